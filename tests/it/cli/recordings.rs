//! Recordings and the player, as a script and a person at a terminal meet them.

use serde_json::json;

use super::Desk;

/// A player that writes down how it was called, one word a line.
#[cfg(unix)]
fn player(desk: &Desk, name: &str, exit: i32) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let out = desk.path("called.txt");
    let script = format!(
        "#!/bin/sh\nfor word in \"$@\"; do printf '%s\\n' \"$word\"; done > '{}'\necho no sound here >&2\nexit {exit}\n",
        out.display()
    );
    let path = desk.write(name, script);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

/// Interview 5 with a recording, and times at the paragraphs 2 and 4.
fn with_recording(file: &str) -> Desk {
    let desk = Desk::with_study();
    desk.write(file, "sound");
    desk.run_with(&["recordings", "attach", "5", &format!("./{file}")], None);
    desk.ok("recordings time 5:2 0:00:12.5");
    desk.ok("recordings time 5:4 1:02:33 --end 1:02:50");
    desk
}

#[test]
fn a_recording_is_attached_listed_and_let_go() {
    let desk = Desk::with_study();
    assert_eq!(desk.ok("recordings"), "");
    let mut wav =
        b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0data".to_vec();
    wav.extend(1_920_000u32.to_le_bytes());
    desk.write("IP05 neu.wav", wav);
    let made = desk.json("recordings attach 5 'IP05 neu.wav'");
    assert_eq!(made["file"], "IP05 neu.wav");
    assert_eq!(made["duration"], 120.0);
    assert_eq!((&made["shift"], &made["timed_paragraphs"]), (&json!(0.0), &json!(0)));
    assert!(made["path"].as_str().unwrap().ends_with("/IP05 neu.wav"));
    let listed = desk.ok("recordings");
    assert!(listed.contains("0:02:00") && listed.contains("0/10"), "{listed}");
    desk.fails("recordings attach 5 'IP05 neu.wav'", 1, &["attached to 5 already", "relocate"]);
    desk.ok("recordings list -o recordings.csv");
    assert!(desk.read("recordings.csv").contains("label,recording,duration,shift,timed,path"));
    desk.ok("recordings detach 5");
    assert!(desk.path("IP05 neu.wav").exists());
    desk.ok("undo");
    assert_eq!(desk.json("recordings")[0]["duration"], 120.0);
    // Where it lies is known again, since nothing of that was forgotten.
    assert!(desk.json("recordings")[0]["path"].is_string());
}

#[test]
fn what_cannot_be_attached_is_refused_and_changes_nothing() {
    let desk = Desk::with_study();
    let before = desk.history_length();
    desk.fails("recordings attach 5 none.mp3", 1, &["none.mp3"]);
    desk.fails("recordings attach 5 .", 1, &["is a folder"]);
    desk.fails("recordings attach 9 study.absatz", 1, &["no document", "5"]);
    desk.fails("recordings detach 5", 1, &["5 has no recording", "recordings attach 5"]);
    desk.fails("recordings time 5:2 soon", 2, &["“soon”", "1:02:33"]);
    desk.fails("recordings time 5:2 1:75", 2, &["“1:75”"]);
    desk.fails("recordings time 5:2-3 0:10", 2, &["not one paragraph"]);
    desk.fails("recordings time 5:99 0:10", 1, &["no paragraph 99"]);
    desk.fails("recordings time 5:2 0:10 --end 0:05", 1, &["0:00:05", "0:00:10"]);
    assert_eq!(desk.history_length(), before);
}

#[test]
fn times_are_set_by_hand_taken_away_and_undone() {
    let desk = Desk::with_study();
    desk.ok("recordings time 5:2 62:33 --end 1:03:00");
    let time = |desk: &Desk, n: usize| desk.json("text 5")["paragraphs"][n - 1]["time"].clone();
    assert_eq!(time(&desk, 2), 3753.0);
    assert_eq!(desk.json("text 5")["paragraphs"][1]["end_time"], 3780.0);
    let answer = desk.run("recordings time 5:4 0:10");
    assert!(answer.err.contains("Out of order: (IP 5: 2) is at 1:02:33"), "{}", answer.err);
    desk.ok("recordings time 5:4 --clear");
    assert!(time(&desk, 4).is_null());
    desk.ok("undo 3");
    assert!(time(&desk, 2).is_null());
    desk.ok("redo");
    assert_eq!(time(&desk, 2), 3753.0);
    assert!(desk.run("history").out.contains("set the time of (IP 5: 2) to 1:02:33"));
}

#[test]
fn many_times_come_from_a_list_all_or_none() {
    let desk = Desk::with_study();
    let before = desk.history_length();
    for (list, says) in [
        ("5:2\t0:10\n5:4 0:20\n", "Line 2"),
        ("5:2\t0:10\n\n5:4\tlater\n", "Line 3: “later” is no time"),
        ("5:99\t0:10\n", "Line 1"),
    ] {
        let answer = desk.run_with(&["recordings", "time", "-"], Some(list));
        assert!(answer.code != 0 && answer.err.contains(says), "{list:?}: {}", answer.err);
    }
    assert_eq!(desk.history_length(), before);
    let list = "5:2\t0:10\t0:12\nIP 5: 4\t1:02:33\n";
    let answer = desk.run_with(&["recordings", "time", "-"], Some(list));
    assert!(answer.err.contains("2 times are set"), "{}", answer.err);
    let paragraphs = desk.json("text 5")["paragraphs"].clone();
    assert_eq!((&paragraphs[1]["end_time"], &paragraphs[3]["time"]), (&json!(12.0), &json!(3753.0)));
    desk.ok("undo");
    assert!(desk.json("text 5")["paragraphs"][1]["time"].is_null());
    desk.fails("recordings time 5:2", 2, &["When does it begin?"]);
}

#[cfg(unix)]
#[test]
fn the_player_gets_the_file_as_one_word_whatever_its_name() {
    for name in ["with spaces.mp3", "it's \"quoted\".mp3", "-rf.mp3", "$(date);{seconds}.mp3", "Größe ö.mp3"]
    {
        let desk = with_recording(name);
        let program = player(&desk, "my player", 0);
        let play = |words: &[&str]| {
            let mut command = desk.command();
            command
                .env("ABSATZ_PLAYER", format!("'{program}' --from={{seconds}} --at '{{time}}' -- {{file}}"));
            super::Answer::from(command.arg("play").args(words).output().unwrap())
        };
        let answer = play(&["5:4"]);
        assert_eq!(answer.code, 0, "{}", answer.err);
        let file = std::fs::canonicalize(desk.path(name)).unwrap().display().to_string();
        let called = desk.read("called.txt");
        let words: Vec<&str> = called.lines().collect();
        assert_eq!(words[..4], ["--from=3753", "--at", "1:02:33", "--"], "{name}");
        assert_eq!(std::fs::canonicalize(words[4]).unwrap().display().to_string(), file);
        assert!(words[4].starts_with('/'), "a file never looks like an option: {}", words[4]);
        assert_eq!(words.len(), 5);
        assert!(answer.err.contains("from 1:02:33, (IP 5: 4)"), "{}", answer.err);
        // The command is printed as it can be typed.
        std::fs::remove_file(desk.path("called.txt")).unwrap();
        let shown = play(&["5:4", "--print"]);
        assert!(!desk.path("called.txt").exists());
        assert_eq!(super::words(shown.out.trim())[5], words[4], "{}", shown.out);
    }
}

#[cfg(unix)]
#[test]
fn it_plays_from_the_nearest_time_before_and_says_so() {
    let desk = with_recording("IP05.mp3");
    let program = player(&desk, "play", 0);
    std::fs::create_dir_all(desk.path(".config/absatz")).unwrap();
    desk.write(".config/absatz/config.toml", format!("player = \"{program} --from {{seconds}}\"\n"));
    let called = || desk.read("called.txt").lines().nth(1).unwrap().to_owned();
    let answer = desk.run("play 5:3");
    assert!(
        answer.err.contains("(IP 5: 3) has no time") && answer.err.contains("(IP 5: 2)"),
        "{}",
        answer.err
    );
    assert_eq!(called(), "12.5");
    desk.ok("play 5:10");
    assert_eq!(called(), "3753");
    desk.ok("play 5 --from 12:30");
    assert_eq!(called(), "750");
    desk.ok("play 5");
    assert_eq!(called(), "0");
    desk.fails(
        "play 5:1",
        1,
        &["Neither (IP 5: 1) nor any paragraph before it has a time", "recordings time", "--from"],
    );
    // The transcript's times are late by two seconds: playing begins earlier.
    desk.ok("recordings shift 5 +2");
    desk.ok("play 5:2");
    assert_eq!(called(), "10.5");
    // What a player writes to its output does not get among the answer.
    desk.write(".config/absatz/config.toml", "player = \"/bin/echo noise {seconds}\"\n");
    assert_eq!(desk.json("play 5:2")["seconds"], 10.5);
    assert!(desk.run("play 5:2").err.contains("noise 10.5"));
    desk.write(".config/absatz/config.toml", format!("player = \"{program} --from {{seconds}}\"\n"));
    let json = desk.json("play 5:3 --print");
    assert_eq!(
        (&json["seconds"], &json["time"], &json["exact"]),
        (&json!(10.5), &json!(12.5), &json!(false))
    );
    assert_eq!(json["command"][1], "--from");
    // With the workbench or a script, nobody waits.
    std::fs::remove_file(desk.path("called.txt")).unwrap();
    desk.ok("play 5:4 --detach");
    let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while !std::fs::read_to_string(desk.path("called.txt")).is_ok_and(|text| text.contains("IP05")) {
        assert!(std::time::Instant::now() < end, "it does not play");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[cfg(unix)]
#[test]
fn what_is_missing_is_said_with_the_way_out() {
    let desk = Desk::with_study();
    desk.fails("play 5:2", 1, &["5 has no recording", "absatz recordings attach 5 FILE"]);
    desk.write("IP05.mp3", "sound");
    desk.ok("recordings attach 5 IP05.mp3");
    desk.ok("recordings time 5:2 0:10");
    // No PATH: no player.
    let answer = desk.run("play 5:2");
    assert_eq!(answer.code, 1);
    for words in [
        "No player was found; mpv, vlc, ffplay",
        "ABSATZ_PLAYER",
        "config.toml",
        "player = \"mpv --start={seconds} {file}\"",
    ] {
        assert!(answer.err.contains(words), "{words}: {}", answer.err);
    }
    std::fs::create_dir_all(desk.path(".config/absatz")).unwrap();
    desk.write(".config/absatz/config.toml", "player = \"nothing-of-that-name\"\n");
    desk.fails("play 5:2", 1, &["“nothing-of-that-name”", "config.toml"]);
    desk.write(".config/absatz/config.toml", "player = \"mpv 'open\"\n");
    desk.fails("play 5:2", 1, &["no command line"]);
    desk.write(".config/absatz/config.toml", "player = 3\n");
    desk.fails("play 5:2", 1, &["config.toml", "“player”"]);
    desk.write(".config/absatz/config.toml", "player = \n");
    desk.fails("play 5:2", 1, &["config.toml"]);
    let program = player(&desk, "broken", 2);
    desk.write(".config/absatz/config.toml", format!("player = \"{program}\"\n"));
    desk.fails("play 5:2", 1, &["broken did not end well", "It was called so:"]);
    // The file moves away: where it was is named; said anew, it plays on.
    std::fs::create_dir(desk.path("audio")).unwrap();
    std::fs::rename(desk.path("IP05.mp3"), desk.path("audio/other.mp3")).unwrap();
    desk.fails("play 5:2", 1, &["IP05.mp3 is not there", "recordings relocate 5"]);
    assert!(desk.json("recordings")[0]["path"].is_null());
    desk.ok("recordings relocate 5 audio/other.mp3");
    desk.fails("play 5:2", 1, &["broken did not end well"]);
    assert!(desk.read("called.txt").contains("audio/other.mp3"));
    assert_eq!(desk.json("history")[0]["operation"], "set-time", "where a file lies is not in the history");
}

#[cfg(unix)]
#[test]
fn the_usual_players_get_their_own_words() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = with_recording("IP05.mp3");
    std::fs::create_dir(desk.path("bin")).unwrap();
    let file = desk.json("recordings")[0]["path"].as_str().unwrap().to_owned();
    let print = || {
        let mut command = desk.command();
        command.env("PATH", desk.path("bin")).env("DISPLAY", ":0").args(["play", "5:4", "--print"]);
        super::Answer::from(command.output().unwrap()).out
    };
    // The later ones are taken first: each is preferred to what is there already.
    for (name, words) in [
        ("ffplay", "ffplay -hide_banner -ss 3753 -i"),
        ("vlc", "vlc --quiet --start-time=3753"),
        ("mpv", "mpv --start=3753 --"),
    ] {
        let path = desk.write(&format!("bin/{name}"), "#!/bin/sh\n");
        // One that cannot be run is none.
        assert!(!print().starts_with(name));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(super::words(print().trim()).join(" "), format!("{words} {file}"));
    }
}

#[test]
fn of_several_recordings_the_one_with_the_time_plays() {
    let desk = with_recording("part 1.mp3");
    desk.write("part 2.mp3", "sound");
    desk.ok("recordings attach 5 'part 2.mp3'");
    desk.fails(
        "recordings shift 5 3600",
        2,
        &["several recordings", "part 1.mp3, part 2.mp3", "--recording"],
    );
    desk.ok("recordings shift 5 1:00:00 --recording 2");
    let play = |line: &str| {
        let mut command = desk.command();
        command.env("ABSATZ_PLAYER", "/bin/sh").args(super::words(line)).arg("--json").arg("--print");
        let answer = super::Answer::from(command.output().unwrap());
        let json: serde_json::Value =
            serde_json::from_str(&answer.out).unwrap_or_else(|_| panic!("{}", answer.err));
        (json["file"].as_str().unwrap().rsplit('/').next().unwrap().to_owned(), json["seconds"].clone())
    };
    assert_eq!(play("play 5:2"), ("part 1.mp3".to_owned(), json!(12.5)));
    assert_eq!(play("play 5:4"), ("part 2.mp3".to_owned(), json!(153.0)));
    assert_eq!(play("play 5:4 --recording 'part 1.mp3'"), ("part 1.mp3".to_owned(), json!(3753.0)));
    desk.fails("play 5:2 --recording 3", 1, &["no recording “3”", "part 2.mp3"]);
}
