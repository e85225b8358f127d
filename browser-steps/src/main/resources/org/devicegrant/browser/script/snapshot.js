// Reads one document as a person would see it: visible text, what can be typed into, what can be pressed.
// Old syntax on purpose: the pure Java browser runs it too. arguments[0]: whether boxes and styles can be trusted.
var layout = arguments[0];
var maxControls = 300, maxText = 30000;
var controls = [], frames = [], shadowTexts = [], alerts = [], hosts = [];

function squeeze(text, limit) {
  return String(text === null || text === undefined ? '' : text).replace(/\s+/g, ' ').replace(/^ | $/g, '').substring(0, limit);
}
function attr(el, name) { return (el && el.getAttribute && el.getAttribute(name)) || ''; }
function style(el) { try { return window.getComputedStyle(el); } catch (e) { return null; } }
function box(el) {
  try { var r = el.getBoundingClientRect(); return [Math.round(r.left), Math.round(r.top), Math.round(r.width), Math.round(r.height)]; }
  catch (e) { return [0, 0, 0, 0]; }
}
function parentOf(el) {
  if (el.parentElement) { return el.parentElement; }
  var root = el.getRootNode ? el.getRootNode() : null;
  return root && root.host ? root.host : null;
}
function transparent(el) {
  for (var depth = 0; el && depth < 5; depth++, el = parentOf(el)) {
    var s = style(el);
    if (s && s.opacity === '0') { return true; }
  }
  return false;
}
function outside(b) {
  return b[0] + b[2] < -20 || b[1] + b[3] + (window.pageYOffset || 0) < -20;
}
function shown(el) {
  if (el.hidden || attr(el, 'type') === 'hidden') { return false; }
  if (el.checkVisibility) { if (!el.checkVisibility({ checkVisibilityCSS: true })) { return false; } }
  else {
    for (var up = el; up && up.nodeType === 1; up = parentOf(up)) {
      var s = style(up);
      if (up.hidden || (s && (s.display === 'none' || s.visibility === 'hidden'))) { return false; }
    }
  }
  if (!layout) { return true; }
  var b = box(el);
  return b[2] > 1 && b[3] > 1 && !outside(b);
}
function textOf(el, limit) {
  var text = '', all = el.textContent || '';
  if (all.length > 20000) { return squeeze(all.substring(0, 4 * limit), limit); }
  try { text = el.innerText; } catch (e) { text = ''; }
  return squeeze(text === undefined || text === null || text === '' ? el.textContent : text, limit);
}
function byIds(el, ids) {
  var root = el.getRootNode ? el.getRootNode() : document, out = [], parts = ids.split(/\s+/);
  for (var i = 0; i < parts.length; i++) {
    var other = parts[i] && (root.getElementById ? root.getElementById(parts[i]) : document.getElementById(parts[i]));
    if (other) { out.push(textOf(other, 120)); }
  }
  return out.join(' ');
}
function labelOf(el) {
  var ids = attr(el, 'aria-labelledby'), text = ids ? byIds(el, ids) : '';
  if (text) { return text; }
  if (attr(el, 'aria-label')) { return squeeze(attr(el, 'aria-label'), 120); }
  var labels = el.labels;
  if (labels && labels.length) {
    for (var i = 0, out = []; i < labels.length; i++) { out.push(textOf(labels[i], 120)); }
    return out.join(' ');
  }
  var wrap = el.closest ? el.closest('label') : null;
  return wrap ? textOf(wrap, 120) : '';
}
function nearOf(el) {
  for (var prev = el.previousSibling, hops = 0; prev && hops < 4; prev = prev.previousSibling, hops++) {
    if (prev.nodeType === 1 && /^(INPUT|BUTTON|SELECT|TEXTAREA|SCRIPT|STYLE)$/.test(prev.tagName)) { break; }
    var own = squeeze(prev.textContent, 120);
    if (own) { return own; }
  }
  for (var up = parentOf(el), depth = 0; up && depth < 4; up = parentOf(up), depth++) {
    var text = textOf(up, 400);
    if (text) { return text.length < 200 ? text : ''; }
    var before = up.previousElementSibling;
    if (before && textOf(before, 200) && !before.querySelector('input,button,select')) { return textOf(before, 200); }
  }
  return '';
}
function groupOf(el) {
  var group = el.closest ? el.closest('fieldset,[role=group],[role=radiogroup]') : null;
  if (!group) { return ''; }
  var legend = group.querySelector('legend');
  var ids = attr(group, 'aria-labelledby');
  return squeeze(attr(group, 'aria-label') || (ids ? byIds(group, ids) : '') || (legend ? textOf(legend, 120) : ''), 120);
}
function buttonText(el) {
  if (el.tagName === 'INPUT') { return squeeze(el.value || attr(el, 'alt') || (el.type === 'submit' ? 'Submit' : ''), 120); }
  var text = textOf(el, 160);
  if (text) { return text; }
  var picture = el.querySelector('img[alt],svg title,[aria-label]');
  return picture ? squeeze(attr(picture, 'alt') || attr(picture, 'aria-label') || picture.textContent, 120) : '';
}
function place(el) {
  var out = [];
  for (var up = el, depth = 0; up && up.nodeType === 1 && depth < 8; up = parentOf(up), depth++) {
    var name = up.tagName.toLowerCase(), role = attr(up, 'role');
    if (/^(header|nav|footer|aside|dialog)$/.test(name)) { out.push(name); }
    if (role) { out.push(role); }
    if (depth > 0 && depth < 6) { out.push(squeeze((up.id || '') + ' ' + attr(up, 'class'), 60)); }
  }
  return squeeze(out.join(' '), 300).toLowerCase();
}
function aroundOf(el) {
  for (var up = parentOf(el), depth = 0; up && up !== document.body && depth < 7; up = parentOf(up), depth++) {
    var s = layout ? style(up) : null;
    if (up.tagName === 'DIALOG' || /dialog/.test(attr(up, 'role')) || (s && (s.position === 'fixed' || s.position === 'sticky'))) {
      return textOf(up, 400);
    }
  }
  return '';
}
function covered(el) {
  if (!layout || !document.elementFromPoint) { return false; }
  var b = box(el), x = b[0] + b[2] / 2, y = b[1] + b[3] / 2;
  if (x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) { return false; }
  var root = el.getRootNode ? el.getRootNode() : document;
  var top = (root.elementFromPoint ? root : document).elementFromPoint(x, y);
  if (!top || top === el || el.contains(top) || top.contains(el)) { return false; }
  return !(el.labels && Array.prototype.some.call(el.labels, function (label) { return label.contains(top); }));
}
function formKey(el) {
  var form = el.form || (el.closest ? el.closest('form') : null);
  if (!form) { return ''; }
  var index = Array.prototype.indexOf.call(document.forms, form);
  return (index < 0 ? 'shadow' : index) + ' ' + (form.getAttribute('method') || 'get').toLowerCase() + ' ' + (form.getAttribute('action') || '');
}
function isTransparentChoice(el) {
  return /^(checkbox|radio)$/.test(el.type || '') && el.labels && el.labels.length && Array.prototype.some.call(el.labels, shown);
}
function entriesOf(el) {
  for (var i = 0, out = []; i < el.options.length && i < 50; i++) {
    var option = el.options[i], off = option.disabled || option.hidden || attr(option, 'value') === '' && option.hasAttribute('value');
    out.push(off ? '' : squeeze(option.text, 120));
  }
  return out;
}
function add(el, sort) {
  if (controls.length >= maxControls) { return; }
  var visible = shown(el) && !(layout && transparent(el));
  if (!visible && !isTransparentChoice(el)) { return; }
  var field = sort === 'field', type = (el.type || attr(el, 'type') || '').toLowerCase();
  controls.push({
    element: el, sort: sort, tag: el.tagName.toLowerCase(), type: type, role: attr(el, 'role').toLowerCase(),
    id: squeeze(el.id, 80), name: squeeze(attr(el, 'name'), 80), classes: squeeze(attr(el, 'class'), 120),
    label: field ? labelOf(el) : squeeze(attr(el, 'aria-label') || (attr(el, 'aria-labelledby') ? byIds(el, attr(el, 'aria-labelledby')) : ''), 120),
    text: field ? '' : buttonText(el), hint: squeeze(attr(el, 'placeholder') || attr(el, 'aria-placeholder'), 80),
    title: squeeze(attr(el, 'title'), 80), near: field ? nearOf(el) : '', group: field ? groupOf(el) : '',
    described: attr(el, 'aria-describedby') ? byIds(el, attr(el, 'aria-describedby')) : '',
    autocomplete: attr(el, 'autocomplete').toLowerCase(), inputmode: attr(el, 'inputmode').toLowerCase(),
    value: field && type !== 'password' ? squeeze(el.value === undefined ? el.textContent : el.value, 200) : '',
    empty: field && !(el.value === undefined ? el.textContent : el.value),
    maxLength: field && el.maxLength > 0 && el.maxLength < 10000 ? el.maxLength : 0,
    readOnly: !!el.readOnly, disabled: !!el.disabled || attr(el, 'aria-disabled') === 'true',
    checked: !!el.checked || attr(el, 'aria-checked') === 'true', required: !!el.required, invalid: attr(el, 'aria-invalid') === 'true',
    form: formKey(el), href: squeeze(attr(el, 'href'), 300), box: box(el), covered: covered(el),
    place: place(el), around: field ? '' : aroundOf(el),
    entries: el.tagName === 'SELECT' && !el.multiple ? entriesOf(el) : [], chosen: el.tagName === 'SELECT' ? el.selectedIndex : -1
  });
}
function sortOf(el) {
  var tag = el.tagName, type = (el.type || '').toLowerCase(), role = attr(el, 'role').toLowerCase();
  if (tag === 'INPUT' && /^(submit|button|image|reset)$/.test(type)) { return 'button'; }
  if (tag === 'INPUT' || tag === 'TEXTAREA' || tag === 'SELECT') { return 'field'; }
  if (tag === 'BUTTON' || tag === 'SUMMARY' || /^(button|menuitem|option)$/.test(role)) { return 'button'; }
  if (/^(checkbox|switch|radio|textbox|combobox|searchbox)$/.test(role)) { return 'field'; }
  if (attr(el, 'contenteditable') === 'true') { return 'field'; }
  if ((tag === 'A' && el.hasAttribute('href')) || role === 'link') { return 'link'; }
  if (el.hasAttribute('onclick') || (el.hasAttribute('tabindex') && attr(el, 'tabindex') !== '-1')) { return 'button'; }
  return '';
}
function leaf(el) {
  if (/^(SCRIPT|STYLE|OPTION|TITLE|LABEL|NOSCRIPT|HEAD|META|LINK|BR|HR|HTML|BODY|PATH)$/i.test(el.tagName)) { return false; }
  var text = el.textContent;
  return text && text.length < 80 && el.children.length < 3 && squeeze(text, 41).length < 41 && squeeze(text, 41).length > 0
    && !(el.closest && el.closest('button,a[href],label,[role=button],[onclick],select,h1,h2,h3,h4'));
}
function pointed(el) {
  var s = style(el), up = parentOf(el), t = up ? style(up) : null;
  return !!s && s.cursor === 'pointer' && (!t || t.cursor !== 'pointer' || up.children.length > 1);
}
function scan(root, small) {
  var all = root.querySelectorAll('*');
  for (var i = 0; i < all.length; i++) {
    var el = all[i], sort = sortOf(el);
    if (/^I?FRAME$/.test(el.tagName)) {
      if (shown(el) && (!layout || (box(el)[2] > 40 && box(el)[3] > 20))) { frames.push(el); }
    } else if (sort) { add(el, sort); }
    else if (small && leaf(el)) { add(el, layout && pointed(el) ? 'pointed' : 'words'); }
    if (el.shadowRoot && hosts.length < 200) {
      hosts.push(el);
      for (var j = 0; j < el.shadowRoot.children.length; j++) {
        if (!/^(STYLE|SCRIPT)$/.test(el.shadowRoot.children[j].tagName)) { shadowTexts.push(squeeze(el.shadowRoot.children[j].innerText, 5000)); }
      }
      scan(el.shadowRoot, small);
    }
    notice(el);
  }
}
function notice(el) {
  if (alerts.length > 12) { return; }
  var mark = attr(el, 'role') + ' ' + (attr(el, 'aria-live') && 'live') + ' ' + attr(el, 'class') + ' ' + (el.id || '');
  if (/\b(alert|status|live)\b|error|danger|invalid|warning|feedback|notice|toast|flash|message/i.test(mark) && shown(el)) {
    var text = textOf(el, 300);
    if (text && text.length < 300 && alerts.indexOf(text) < 0) { alerts.push(text); }
  }
}
function headings() {
  var found = document.querySelectorAll('h1,h2,h3,[role=heading]'), out = [];
  for (var i = 0; i < found.length && out.length < 8; i++) { if (shown(found[i])) { out.push(textOf(found[i], 200)); } }
  return out;
}
function statusOf() {
  try { return performance.getEntriesByType('navigation')[0].responseStatus || 0; } catch (e) { return 0; }
}
function bodyText() {
  var body = document.body, text = '';
  if (!body) { return document.documentElement ? String(document.documentElement.textContent || '') : ''; }
  if ((body.textContent || '').length > 1000000) { return body.textContent; }
  try { text = body.innerText; } catch (e) { text = ''; }
  return String(text === undefined || text === null ? body.textContent || '' : text);
}

var size = document.getElementsByTagName('*').length;
scan(document, size < 4000);
return {
  address: String(location.href), title: squeeze(document.title, 200), born: document.__pulse ? String(document.__pulse.born) : '',
  status: statusOf(), text: (bodyText().substring(0, maxText) + '\n' + shadowTexts.join('\n')).substring(0, maxText),
  headings: headings(), alerts: alerts, controls: controls, frames: frames, size: size
};
