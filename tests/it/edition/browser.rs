//! Chromium, driven as a person drives it: over its debugging pipe, with a real mouse and keys.

use std::fs::File;
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(60);

pub struct Browser {
    process: Child,
    commands: File,
    answers: Receiver<Value>,
    session: Option<String>,
    next: u64,
    /// What the page said meanwhile: requests, errors.
    pub events: Vec<Value>,
    _folder: tempfile::TempDir,
}

/// The browser of this machine, by its usual names.
fn installed() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

impl Browser {
    /// None, and a word about it, where there is no browser.
    pub fn start(width: u32, height: u32) -> Option<Browser> {
        let Some(program) = installed() else {
            eprintln!("skipped: there is no Chromium on this machine");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let pipes = ["in", "out"].map(|name| folder.path().join(name));
        assert!(Command::new("mkfifo").args(&pipes).status().unwrap().success());
        // A shell gives the pipes the numbers 3 and 4, which the browser expects.
        let process = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<\"$ABSATZ_IN\" 4>\"$ABSATZ_OUT\""])
            .arg(program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
            ])
            .arg("--remote-debugging-pipe")
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .env("ABSATZ_IN", &pipes[0])
            .env("ABSATZ_OUT", &pipes[1])
            .env("HOME", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let commands = File::options().write(true).open(&pipes[0]).unwrap();
        let mut answers = BufReader::new(File::open(&pipes[1]).unwrap());
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            use std::io::BufRead as _;
            let mut message = Vec::new();
            while answers.read_until(0, &mut message).is_ok_and(|read| read > 0) {
                message.pop();
                if serde_json::from_slice(&message).is_ok_and(|value| sender.send(value).is_err()) {
                    return;
                }
                message.clear();
            }
        });
        let mut browser = Browser {
            process,
            commands,
            answers: receiver,
            session: None,
            next: 0,
            events: Vec::new(),
            _folder: folder,
        };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let session = browser.call("Target.attachToTarget", attach);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for area in ["Page", "Network", "Runtime", "Log"] {
            browser.call(&format!("{area}.enable"), json!({}));
        }
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        browser.call("Emulation.setDeviceMetricsOverride", size);
        Some(browser)
    }

    pub fn call(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let mut message = json!({"id": self.next, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.commands.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let answer =
                self.answers.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no answer to {method}"));
            if answer["id"] != json!(self.next) {
                self.events.push(answer);
            } else if answer["error"].is_null() {
                return answer["result"].clone();
            } else {
                panic!("{method}: {answer}");
            }
        }
    }

    /// Opens a page and waits until its script has run.
    pub fn open(&mut self, file: &Path, hash: &str) {
        let url = format!("file://{}{hash}", file.display());
        self.call("Page.navigate", json!({"url": url}));
        self.until("document.readyState === 'complete' && document.documentElement.classList.contains('js')");
    }

    pub fn js(&mut self, expression: &str) -> Value {
        let answer = self.call(
            "Runtime.evaluate",
            json!({"expression": expression, "returnByValue": true, "awaitPromise": true}),
        );
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    pub fn text(&mut self, expression: &str) -> String {
        let value = self.js(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression}: {value}")).to_owned()
    }

    pub fn until(&mut self, condition: &str) {
        let since = Instant::now();
        while self.js(condition) != json!(true) {
            assert!(since.elapsed() < PATIENCE, "never: {condition}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses the mouse in the middle of what a selector finds, where a person could.
    pub fn click(&mut self, selector: &str) {
        let place = self.js(&format!(
            "(() => {{ const found = document.querySelector({0}); found.scrollIntoView({{block: 'center'}});
               const box = found.getClientRects()[0]; const x = box.x + box.width / 2, y = box.y + box.height / 2;
               const hit = document.elementFromPoint(x, y);
               return {{x, y, hit: found === hit || found.contains(hit)}}; }})()",
            json!(selector)
        ));
        assert_eq!(place["hit"], json!(true), "{selector} cannot be clicked: {place}");
        for kind in ["mousePressed", "mouseReleased"] {
            self.call(
                "Input.dispatchMouseEvent",
                json!({"type": kind, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1}),
            );
        }
    }

    pub fn type_in(&mut self, selector: &str, words: &str) {
        self.click(selector);
        self.js(&format!("document.querySelector({}).select()", json!(selector)));
        self.call("Input.insertText", json!({"text": words}));
    }

    pub fn enter(&mut self) {
        for kind in ["keyDown", "keyUp"] {
            self.call(
                "Input.dispatchKeyEvent",
                json!({"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}),
            );
        }
    }

    /// What was asked of any server or file, besides the page itself; and what went wrong in it.
    pub fn complaints(&self, page: &Path) -> Vec<String> {
        let own = format!("file://{}", page.display());
        let about = |event: &Value| match event["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                let url = event["params"]["request"]["url"].as_str().unwrap_or_default();
                (!url.starts_with(&own) && url != "about:blank").then(|| url.to_owned())
            }
            Some("Runtime.exceptionThrown" | "Log.entryAdded") => Some(event["params"].to_string()),
            _ => None,
        };
        self.events.iter().filter_map(about).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
