//! Fits the model to labelled calls: logistic regression by Newton's method.

use crate::corpus::{Call, Kind};
use ninjahire_calls::reading::evidence::training::{
    ANSWER_NAMES, ANSWERS, FIRST, MODEL, Model, PAIR_NAMES, links, pair_features,
};

/// A row of features, whether it is positive, and its weight.
struct Row<const N: usize> {
    features: [f64; N],
    positive: bool,
    weight: f64,
}

/// Fits all weights, the second model's with the anchors that the first gives.
pub fn fit(calls: &[Call]) -> Model {
    let mut model = MODEL.clone();
    let rows = rows(calls, &model, |pair| pair.first);
    model.first = logistic(&rows, 2.0);
    let rows = self::rows(calls, &model, |pair| pair.second);
    model.second = logistic(&rows, 2.0);

    let mut chosen = Vec::new();
    let mut answered = Vec::new();
    for call in calls {
        for (link, features, probability) in links(&model, &call.turns(), &call.rows) {
            let label = &call.labels[link.question];
            let asked = link.asks.iter().any(|span| label.asks.contains(&span.turn))
                && link.asks.iter().all(|span| {
                    label.asks.contains(&span.turn) || label.asks_allowed.contains(&span.turn)
                });
            let logit = (probability / (1.0 - probability).max(1e-9)).ln();
            chosen.push(Row {
                features: [logit, 1.0],
                positive: asked,
                weight: 1.0,
            });
            let right = link.answers.iter().all(|span| {
                label.answers.contains(&span.turn) || label.answers_allowed.contains(&span.turn)
            });
            answered.push(Row {
                features,
                positive: right && link.answers.is_empty() == label.answers.is_empty(),
                weight: 1.0,
            });
        }
    }
    model.calibration = logistic(&chosen, 0.5);
    model.answers = logistic::<ANSWERS>(&answered, 1.0);
    model
}

fn is_made(call: &Call) -> bool {
    call.labels.iter().any(|label| label.kind == Kind::Unknown)
}

fn rows<const N: usize>(
    calls: &[Call],
    model: &Model,
    features: impl Fn(&ninjahire_calls::reading::evidence::training::PairFeatures) -> [f64; N],
) -> Vec<Row<N>> {
    let mut rows = Vec::new();
    for call in calls {
        // Calls that were put together by a program are many, and alike.
        let made = is_made(call);
        for pair in pair_features(model, &call.turns(), &call.rows) {
            let label = &call.labels[pair.question];
            if label.asks_allowed.contains(&pair.turn) {
                continue;
            }
            rows.push(Row {
                features: features(&pair),
                positive: label.asks.contains(&pair.turn),
                weight: if made { 0.2 } else { 1.0 },
            });
        }
    }
    rows
}

/// The weights of a logistic model with the given ridge penalty, by Newton's method.
fn logistic<const N: usize>(rows: &[Row<N>], penalty: f64) -> [f64; N] {
    let mut weights = [0.0; N];
    for _ in 0..40 {
        let mut gradient = [0.0; N];
        let mut hessian = [[0.0; N]; N];
        for row in rows {
            let sum: f64 = (0..N).map(|i| weights[i] * row.features[i]).sum();
            let predicted = 1.0 / (1.0 + (-sum).exp());
            let error = f64::from(u8::from(row.positive)) - predicted;
            let curvature = (predicted * (1.0 - predicted)).max(1e-6);
            for i in 0..N {
                gradient[i] += row.weight * error * row.features[i];
                for (cell, feature) in hessian[i].iter_mut().zip(row.features) {
                    *cell += row.weight * curvature * row.features[i] * feature;
                }
            }
        }
        for i in 0..N {
            gradient[i] -= penalty * weights[i];
            hessian[i][i] += penalty;
        }
        let step = solve(hessian, gradient);
        for i in 0..N {
            weights[i] += step[i];
        }
        if step.iter().all(|change| change.abs() < 1e-6) {
            break;
        }
    }
    weights
}

/// Solves a system of linear equations by Gaussian elimination.
fn solve<const N: usize>(mut matrix: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for column in 0..N {
        let pivot = (column..N)
            .max_by(|a, b| {
                matrix[*a][column]
                    .abs()
                    .total_cmp(&matrix[*b][column].abs())
            })
            .unwrap_or(column);
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        for row in column + 1..N {
            let factor = matrix[row][column] / matrix[column][column];
            let pivot = matrix[column];
            for (cell, above) in matrix[row].iter_mut().zip(pivot) {
                *cell -= factor * above;
            }
            right[row] -= factor * right[column];
        }
    }
    for row in (0..N).rev() {
        for k in row + 1..N {
            right[row] -= matrix[row][k] * right[k];
        }
        right[row] /= matrix[row][row];
    }
    right
}

/// The model as Rust.
pub fn print(model: &Model) {
    let list = |name: &str, weights: &[f64], names: &[&str]| {
        println!("    {name}: [");
        for (weight, name) in weights.iter().zip(names) {
            println!("        {weight:.3}, // {name}");
        }
        println!("    ],");
    };
    println!("pub static MODEL: Model = Model {{");
    list("first", &model.first, &PAIR_NAMES[..FIRST]);
    list("second", &model.second, &PAIR_NAMES);
    list("answers", &model.answers, &ANSWER_NAMES);
    list("calibration", &model.calibration, &["slope", "offset"]);
    println!("}};");
}
