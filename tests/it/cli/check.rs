//! `check` and `cite` as scripts use them.

use serde_json::Value;

use super::Desk;

fn desk() -> Desk {
    let desk = Desk::with_study();
    desk.write("IP12.txt", "I: Und das Geld?\nB: Geld ist genug da, nur keine Leute, die es ausgeben.\n");
    desk.ok("import IP12.txt --group Kommune");
    desk
}

fn json(answer: &super::Answer) -> Value {
    serde_json::from_str(&answer.out).unwrap()
}

#[test]
fn the_exit_code_says_whether_something_is_to_be_mended() {
    let desk = desk();
    desk.write("good.md", "„Geld ist genug da, [...] die es ausgeben“ (IP 12: 2).\n");
    let answer = desk.run("check good.md");
    assert_eq!((answer.code, answer.out.as_str()), (0, "Never cited: IP 5\n"), "{}", answer.err);
    assert!(answer.err.contains("1 citation, 1 quotation: nothing to mend, 0 to look at."), "{}", answer.err);
    desk.write("bad.md", "Eins.\n\n„Geld ist nie da“ (IP 12: 2) und (IP 13: 1).\n");
    let answer = desk.run("check bad.md --json");
    assert_eq!(answer.code, 1, "{}", answer.err);
    let told = json(&answer);
    assert_eq!(told["citations"][0]["text"], "(IP 12: 2)");
    assert_eq!(told["citations"][0]["line"], 3);
    let reference = serde_json::json!([{"label": "12", "first": 2, "last": 2, "open": false}]);
    assert_eq!(told["citations"][0]["references"], reference);
    assert_eq!(told["citations"][0]["problems"], serde_json::json!([]));
    assert_eq!(told["citations"][1]["problems"][0]["kind"], "no-such-interview");
    assert!(told["citations"][1]["problems"][0]["message"].as_str().unwrap().contains("IP 13"));
    assert_eq!(told["quotations"][0]["status"], "differs");
    assert_eq!(told["quotations"][0]["citation"], "(IP 12: 2)");
    assert_eq!(told["quotations"][0]["found"], "(IP 12: 2)");
    assert_eq!(told["quotations"][0]["difference"], "Geld ist [-genug-]{+nie+} da");
    desk.write("warned.md", "„Geld ist genug da, nur keine Leute“, heißt es.\n");
    let answer = desk.run("check warned.md --json");
    assert_eq!((answer.code, &json(&answer)["quotations"][0]["status"]), (0, &Value::from("no-citation")));
}

#[test]
fn tables_go_to_files_and_what_is_no_report_is_refused() {
    let desk = desk();
    desk.write("r.md", "„Geld ist nie da“ (IP 12: 2) und (IP 13: 1).\n");
    let answer = desk.run("check r.md -o findings.csv");
    assert_eq!(answer.code, 1, "{}", answer.err);
    assert!(desk.read("findings.csv").contains("no such interview"));
    assert_eq!(desk.run("check r.md --table quotations -o q.csv").code, 1);
    assert!(desk.read("q.csv").contains("Geld ist [-genug-]{+nie+} da"));
    for file in ["all.xlsx", "all.docx", "all.html", "all.md", "all.json"] {
        assert_eq!(desk.run(&format!("check r.md -o {file}")).code, 1);
        assert!(desk.path(file).exists(), "{file}");
    }
    desk.write("r.pdf", "%PDF-1.4");
    for (file, code) in [("r.pdf", 3), ("missing.md", 1)] {
        let answer = desk.run(&format!("check {file} --json"));
        assert_eq!(answer.code, code, "{file}: {}", answer.err);
        let error: Value = serde_json::from_str(answer.err.lines().last().unwrap()).unwrap();
        assert!(error["error"]["message"].as_str().unwrap().contains(file), "{error}");
    }
}

#[test]
fn a_report_may_cite_otherwise_than_the_project() {
    let desk = desk();
    desk.write("r.md", "Das sagen beide (B5, Abs. 3; B12, Abs. 2) und (B13, Abs. 1).\n");
    assert_eq!(json(&desk.run("check r.md --json"))["citations"], serde_json::json!([]));
    let told = json(&desk.run("check r.md --json --pattern \"(B5, Abs. 9)\""));
    assert_eq!(told["citations"][0]["references"][1]["label"], "12");
    assert_eq!(told["citations"][1]["problems"][0]["kind"], "no-such-interview");
}

#[test]
fn a_bundle_is_written_as_the_project_cites() {
    let desk = desk();
    desk.ok("codes add Money/Enough");
    desk.ok("code 12:2 Money/Enough");
    desk.ok("code 5:3-4 Money");
    assert_eq!(desk.ok("cite --code Money --with-subcodes"), "(IPen 5: 3f.; 12: 2)\n");
    assert_eq!(desk.ok("cite --code Money"), "(IP 5: 3f.)\n");
    assert_eq!(desk.ok("cite --code Money --with-subcodes --group Kommune"), "(IP 12: 2)\n");
    let answer = desk.run("cite --code Money --by-group");
    assert!(answer.err.contains("in 1 of 2 interviews"), "{}", answer.err);
    assert!(answer.err.contains("Land: in 1 of 1 interview") && answer.err.contains("Kommune: in 0 of 1"));
    assert_eq!(desk.ok("cite 12:2 5:8-10 \"IP 5: 3\" 5:3"), "(IPen 5: 3, 8-10; 12: 2)\n");
    let told = json(&desk.run("cite 12:1 12 --json"));
    assert_eq!((told["citation"].as_str(), told["documents"]["with"].as_u64()), (Some("(IP 12)"), Some(1)));
    assert_eq!(desk.run("cite").code, 2);
    assert_eq!(desk.run("cite 12:9").code, 1);
}
