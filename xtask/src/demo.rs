//! Serves the demo: an ATS page that uses the packed package, with the proxy. The proxy forwards to
//! the mock API, or to the real one where `NINJAHIRE_API_KEY` is set.

use std::env;

use anyhow::Result;

use crate::shell::command;
use crate::{mock, package, test};

pub fn serve(port: u16) -> Result<()> {
    package::build()?;
    let installed = test::install_package()?;
    let mut command = command("node");
    command
        .arg("www/server.mjs")
        .arg("--port")
        .arg(port.to_string())
        .arg("--pkg")
        .arg(installed.join("node_modules/ninjahire-calls"));
    let is_real = env::var_os("NINJAHIRE_API_KEY").is_some_and(|key| !key.is_empty());
    // Dropping the mock would end it.
    let mock = if is_real {
        None
    } else {
        Some(mock::start(&["--lifelike"])?)
    };
    if let Some(mock) = &mock {
        command
            .env_remove("NINJAHIRE_API_KEY")
            .args(["--upstream", &mock.url]);
    }
    let mut server = mock::start_server(&mut command)?;
    println!(
        "\n  The demo is at {}  (calls go to {})\n\n  \
         1. Sign in as one of the recruiters.\n  \
         2. Choose a candidate: score, categories, questions, recording, transcript.\n  \
         3. Press \"Call now\", confirm, and follow the call as it is spoken.\n\n  \
         Every element in every state is at {}/gallery/\n",
        server.url,
        if is_real {
            "NinjaHire: real phones ring"
        } else {
            "the mock: no phone rings"
        },
        server.url,
    );
    if let Some(mock) = &mock {
        println!(
            "  The mock is at {0}. It can simulate faults. After this command the next poll fails, and the\n  \
             next call may or may not ring:\n\n  \
             curl {0}/__mock/faults -H 'content-type: application/json' -d '[\n    \
             {{\"match\":{{\"method\":\"GET\"}},\"times\":1,\"action\":{{\"status\":503}}}},\n    \
             {{\"match\":{{\"method\":\"POST\"}},\"times\":1,\"action\":{{\"reset\":\"before_headers\"}}}}]'\n\n  \
             tests/mock-api/README.md describes all its faults.\n",
            mock.url
        );
    }
    println!("  Ctrl-C ends it.\n");
    server.wait()
}
