use std::io::Read;
use std::time::Duration;

use clap::Parser;
use mock_api::{Config, serve};

/// A stand-in for the NinjaHire Calls API, on loopback only.
#[derive(Parser)]
struct Arguments {
    /// 0 takes any free port
    #[arg(long, default_value_t = 8081)]
    port: u16,
    /// How long an instant call lasts
    #[arg(long, default_value = "20", value_parser = seconds, value_name = "SECONDS")]
    call_seconds: Duration,
    /// From the end of a call to its assessment
    #[arg(long, default_value = "3", value_parser = seconds, value_name = "SECONDS")]
    assess_seconds: Duration,
    /// For how long the details of a new call are 404
    #[arg(long, default_value_t = 0, value_name = "MILLISECONDS")]
    lag_ms: u64,
    /// How many screening results there are
    #[arg(long, default_value_t = 300)]
    results: usize,
    /// The same seed gives the same world
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Make the world that the demo shows: up to today, with timestamps and paraphrased questions
    #[arg(long)]
    lifelike: bool,
    /// Accept only this bearer key (else any)
    #[arg(long)]
    key: Option<String>,
    /// Exit when stdin ends, so as not to outlive the program that started this one
    #[arg(long)]
    exit_on_stdin_close: bool,
}

fn seconds(text: &str) -> Result<Duration, String> {
    text.parse()
        .map_err(|_| "not a number".to_owned())
        .and_then(mock_api::seconds)
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    let mock = serve(Config {
        port: arguments.port,
        call_duration: arguments.call_seconds,
        assessment_delay: arguments.assess_seconds,
        details_lag: Duration::from_millis(arguments.lag_ms),
        results: arguments.results,
        seed: arguments.seed,
        is_lifelike: arguments.lifelike,
        key: arguments.key,
    })
    .await?;
    println!("{}", serde_json::json!({"url": mock.url()}));
    if arguments.exit_on_stdin_close {
        // In a separate thread: a blocking read in the runtime would delay its shutdown.
        std::thread::spawn(|| {
            let mut stdin = std::io::stdin().lock();
            let mut ignored = [0; 4096];
            while stdin.read(&mut ignored).is_ok_and(|bytes| bytes > 0) {}
            std::process::exit(0);
        });
    }
    mock.stopped().await;
    Ok(())
}
