// The server writes its target file once it answers; a sample that came earlier would find nobody.
def target = new File(basedir, '../server/target.yaml')
def deadline = System.nanoTime() + 60_000_000_000L
while (!target.exists()) {
    assert System.nanoTime() < deadline: "no server after a minute: ${target} is missing"
    sleep 100
}
