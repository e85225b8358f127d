// Runs with the browser's own rights: writes down every answer together with the tab it is for, and hands out what is new.
const home = Cu.getGlobalForObject(Services);
function headersOf(visit) {
  const found = {};
  visit({ visitHeader(name, value) { found[name] = name in found ? found[name] + '\n' + value : value; } });
  return found;
}
function bodyOf(channel) {
  try {
    const stream = channel.QueryInterface(Ci.nsIUploadChannel).uploadStream;
    if (!stream) { return ''; }
    stream.QueryInterface(Ci.nsISeekableStream).seek(0, 0);
    const reader = Cc['@mozilla.org/scriptableinputstream;1'].createInstance(Ci.nsIScriptableInputStream);
    reader.init(stream);
    const text = reader.read(Math.min(reader.available(), 65536));
    stream.seek(0, 0);
    return text;
  } catch (e) { return ''; }
}
const types = { 2: 'script', 3: 'image', 4: 'stylesheet', 6: 'document', 7: 'document', 11: 'xhr', 14: 'font', 20: 'fetch' };
if (!home.heardAnswers) {
  home.heardAnswers = [];
  const observer = {
    observe(subject) {
      try {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        const context = channel.loadInfo.frameBrowsingContext || channel.loadInfo.browsingContext;
        if (!context) { return; }
        home.heardAnswers.push({
          tab: String(context.top.browserId), method: channel.requestMethod, url: channel.URI.spec,
          type: types[channel.loadInfo.externalContentPolicyType] || 'other', status: channel.responseStatus,
          body: bodyOf(channel), sent: headersOf(v => channel.visitRequestHeaders(v)), got: headersOf(v => channel.visitOriginalResponseHeaders(v)),
        });
      } catch (e) { /* a channel that tells nothing */ }
    },
  };
  home.heardAnswersObserver = observer;
  Services.obs.addObserver(observer, 'http-on-examine-response');
  Services.obs.addObserver(observer, 'http-on-examine-cached-response');
}
return home.heardAnswers.splice(0);
