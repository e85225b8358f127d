// The server writes its target file once it answers; a sample that came earlier would find nobody.
def deadline = System.nanoTime() + 60_000_000_000L
while (!new File(target).exists()) {
    assert System.nanoTime() < deadline: "no server after a minute: ${target} is missing"
    sleep 100
}
