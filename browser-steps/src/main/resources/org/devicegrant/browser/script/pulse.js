// Tells whether the document still moves. Keeps one hidden note on the document to count changes and see it leave.
var key = '__pulse', note = document[key], now = Date.now();
if (!note) {
  note = { born: now + '-' + Math.random(), changed: now, leaving: 0 };
  try { Object.defineProperty(document, key, { value: note, enumerable: false }); } catch (e) { document[key] = note; }
  try {
    new MutationObserver(function () { note.changed = Date.now(); }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  } catch (e) { /* an old browser: size alone tells */ }
  try {
    window.addEventListener('beforeunload', function () { note.leaving = Date.now(); });
    window.addEventListener('pageshow', function () { note.leaving = 0; });
  } catch (e) { /* cannot be told */ }
}
var frames = document.querySelectorAll('iframe,frame'), busy = 0;
for (var i = 0; i < frames.length && i < 20; i++) {
  try { if (frames[i].contentDocument && frames[i].contentDocument.readyState !== 'complete') { busy++; } } catch (e) { /* foreign */ }
}
// Without scripts, frames and refreshes a document that is complete stays as it is.
var still = document.readyState === 'complete' && !document.scripts.length && !frames.length
  && !document.querySelector('meta[http-equiv],[onload],[onerror],[onclick],[onsubmit],[onchange],[oninput],[onfocus],[onkeyup]');
return { still: still, ready: document.readyState, quiet: now - note.changed, born: String(note.born), leaving: note.leaving ? now - note.leaving : -1, busy: busy, address: String(location.href) };
