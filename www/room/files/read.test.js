import assert from "node:assert/strict";
import test from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import { readFiles } from "./read.js";
import { SLICE } from "./slices.js";

const LINK = "1.liberte-numerique.express.BgGhssMCAUcBgAerBwDtQ";
const PAGE = "https://boussole.example/#";
const encoder = new TextEncoder();

/** ZIP file of these entries, packed unless their names begin with a dot. */
function zip(entries, { flags = 0 } = {}) {
  const [parts, directory] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const [title, raw] = [encoder.encode(name), typeof content === "string" ? encoder.encode(content) : content];
    const isStored = name.startsWith(".");
    const data = isStored ? raw : deflateRawSync(raw);
    const head = (size, fields) => {
      const view = new DataView(new ArrayBuffer(size));
      for (const [place, bytes, value] of fields) bytes === 2 ? view.setUint16(place, value, true) : view.setUint32(place, value, true);
      return new Uint8Array(view.buffer);
    };
    const method = isStored ? 0 : 8;
    parts.push(head(30, [[0, 4, 0x04034b50], [6, 2, flags], [8, 2, method], [26, 2, title.length]]), title, data);
    directory.push(
      head(46, [[0, 4, 0x02014b50], [8, 2, flags], [10, 2, method], [20, 4, data.length], [24, 4, raw.length], [28, 2, title.length], [42, 4, at]]),
      title,
    );
    at += 30 + title.length + data.length;
  }
  const count = Object.keys(entries).length;
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, count, true);
  end.setUint32(16, at, true);
  return Buffer.concat([...parts, ...directory, new Uint8Array(end.buffer)]);
}

/** Output for files, each given by its name and content: names, texts and reasons. */
async function read(files) {
  const found = [];
  const given = Object.entries(files).map(([name, content]) => new File([content], name));
  await readFiles(given, (kind, value) => {
    if (kind === "file") found.push({ name: value, text: "", slices: 0, progress: [], end: undefined });
    const last = found.at(-1);
    if (kind === "text") [last.text, last.slices] = [last.text + value, last.slices + 1];
    if (kind === "progress") last.progress.push(Number(value));
    if (kind === "end") last.end = value;
  });
  return found;
}

async function one(content, name = "a") {
  return (await read({ [name]: content }))[0];
}

/** Asserts that a file says a link, once. */
async function assertLink(content, name) {
  const { text, end } = await one(content, name);
  assert.equal(end, "", name);
  assert.equal(text.split(LINK).length - 1, 1, text);
}

test("a text is read in every encoding", async () => {
  const text = `Bonjour, voici le résultat :\r\n${PAGE}${LINK}\r\n`;
  const wide = Buffer.from(text, "utf16le");
  for (const [content, name] of [
    [text, "UTF-8"],
    [`\ufeff${text}`, "UTF-8 with its mark"],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), "UTF-16 LE with its mark"],
    [Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), "UTF-16 BE with its mark"],
    [wide, "UTF-16 LE"],
    [Buffer.from(wide).swap16(), "UTF-16 BE"],
    [Buffer.from(text, "latin1"), "Latin-1"],
  ]) {
    const { text: found, end } = await one(content, name);
    assert.deepEqual([found.replace("\ufeff", ""), end], [text, ""], name);
  }
});

test("a mail is read in each of its encodings, its attachments too", async () => {
  const head = "From: a@b.example\r\nSubject: =?utf-8?q?R=C3=A9sultat?=\r\nMIME-Version: 1.0\r\n";
  const body = `Voilà\r\n${PAGE}${LINK}\r\nBonne journée`;
  const quoted = [...encoder.encode(body)]
    .map((byte) => (byte > 126 || byte === 61 || byte === 35 ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte)))
    .join("")
    .replace(/(.{70})(?=.)/g, "$1=\r\n");
  const base64 = (content) => Buffer.from(content).toString("base64").replace(/(.{76})/g, "$1\r\n");
  const part = (encoding, content, type = "text/plain; charset=utf-8") =>
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`;
  const multipart = (...parts) =>
    `${head}Content-Type: multipart/mixed;\r\n boundary="=_x+1"\r\n\r\npreamble\r\n${parts.map((each) => `--=_x+1\r\n${each}`).join("")}--=_x+1--\r\n`;
  const docx = zip({ "word/document.xml": `<w:p><w:r><w:t>${LINK}</w:t></w:r></w:p>` });
  await assertLink(`${head}${part("8bit", body)}`, "8bit");
  await assertLink(`${head}${part("quoted-printable", quoted)}`, "quoted-printable");
  await assertLink(`${head}${part("base64", base64(body))}`, "base64");
  await assertLink(multipart(part("7bit", "none"), part("base64", base64(body))), "parts");
  await assertLink(multipart(part("7bit", "none"), part("base64", base64(docx), 'application/x; name="r.docx"')), "attachment");
  await assertLink(multipart(part("7bit", `${head}${part("quoted-printable", quoted)}`, "message/rfc822")), "forwarded");
  await assertLink(`Note: a list\r\nContent-Type: text/plain\r\n${PAGE}${LINK}\r\n`, "no mail");
  const { text } = await one(`From a@b Mon\r\n${head}\r\none\r\n\r\nFrom c@d Tue\r\n${head}${part("base64", base64(body))}`, "a.mbox");
  assert.ok(text.includes("one") && text.includes(LINK), text);
});

test("documents of offices are read, with links that are split, hidden or cut at their #", async () => {
  const [start, end] = [LINK.slice(0, 20), LINK.slice(20)];
  const rels = (target) => `<Relationships><Relationship Id="r1" Target="${target}" TargetMode="External"/></Relationships>`;
  const runs = `<w:p><w:r><w:t>${start}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>${end}</w:t></w:r></w:p>`;
  await assertLink(zip({ "word/document.xml": runs }), "split.docx");
  await assertLink(zip({ "word/document.xml": "<w:p/>", "word/_rels/document.xml.rels": rels(PAGE + LINK) }), "hidden.docx");
  await assertLink(zip({ "word/document.xml": `<w:hyperlink r:id="r1" w:anchor="${LINK}"><w:r><w:t>ici</w:t></w:r></w:hyperlink>` }), "cut.docx");
  await assertLink(zip({ "word/document.xml": `<w:hyperlink w:anchor="${LINK}">${runs}</w:hyperlink>` }), "twice.docx");
  await assertLink(zip({ "xl/sharedStrings.xml": `<sst><si><r><t>${start}</t></r><r><t>${end}</t></r></si><si><t>x</t></si></sst>` }), "a.xlsx");
  await assertLink(zip({ "xl/worksheets/sheet1.xml": `<c><v>1</v></c><hyperlink ref="A1" location="${LINK}"/>` }), "location.xlsx");
  await assertLink(zip({ ".mimetype": "x", "content.xml": `<text:p><text:a xlink:href="${PAGE}${LINK}&amp;x=1">ici</text:a></text:p>` }), "a.odt");
  await assertLink(zip({ "mail/a.eml": `MIME-Version: 1.0\r\n\r\n${LINK}`, "b.png": "x" }), "folder.zip");
  await assertLink(gzipSync(`${PAGE}${LINK}`), "a.gz");
  await assertLink(gzipSync(zip({ "a.docx": zip({ "word/document.xml": runs }) })), "packed.gz");
  await assertLink(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(LINK)]), "a.doc");
});

test("cells and paragraphs do not run into each other", async () => {
  const xml = "<w:p><w:r><w:t>1.a</w:t></w:r></w:p><w:p><w:r><w:t>2.b</w:t></w:r></w:p>&lt;&#233;&#xE9;";
  const { text } = await one(zip({ "word/document.xml": xml }), "a.docx");
  assert.equal(text.trim(), "1.a\n2.b\n<éé");
});

test("each file says why nothing can be read in it, and hides no other", async () => {
  const damaged = zip({ "a.txt": LINK.repeat(50) });
  damaged.fill(0xff, 40, 60);
  const found = await read({
    "empty.txt": "",
    "locked.docx": zip({ "word/document.xml": "x" }, { flags: 1 }),
    "cut.zip": zip({ "a.txt": LINK }).subarray(0, 40),
    "damaged.zip": damaged,
    "cut.gz": gzipSync(LINK.repeat(50)).subarray(0, 20),
    "a.png": Buffer.from("89504e470d0a1a0a00", "hex"),
    "a.pdf": "%PDF-1.7 x",
    "a.txt": LINK,
  });
  const reasons = ["empty", "locked", "damaged", "damaged", "damaged", "image", "pdf", ""];
  assert.deepEqual(found.map(({ end }) => end), reasons);
  assert.equal(found.at(-1).text, LINK);
});

test("a file that can't be opened, or is too large, is told", async () => {
  const ends = [];
  const gone = { name: "folder", size: 4096, slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }) };
  await readFiles([gone, { name: "film.mkv", size: 100_000_001 }], (kind, value) => kind === "end" && ends.push(value));
  assert.deepEqual(ends, ["failed", "large"]);
});

test("what is packed small is not unpacked without end", async () => {
  const zeros = deflateRawSync(Buffer.alloc(60_000_000));
  const bomb = gzipSync(Buffer.concat([zip({ "a.txt": "x" })]));
  assert.equal((await one(bomb)).end, "");
  assert.ok(zeros.length < 100_000);
  assert.equal((await one(zip({ "a.txt": Buffer.alloc(60_000_000), "b.txt": Buffer.alloc(60_000_000) }))).end, "large");
});

test("a browser that can't unpack says so", async (t) => {
  t.mock.method(globalThis, "DecompressionStream", function () {
    throw new TypeError("Unsupported format");
  });
  assert.equal((await one(zip({ "a.txt": LINK }))).end, "old");
});

test("a long text comes in slices, with progress, and no link is cut", async () => {
  for (const [name, between] of [["lines", "\n"], ["words", " "], ["json", '","'], ["mails", "\r\n\r\nBonjour,\r\n"]]) {
    const count = 40_000;
    const content = Array.from({ length: count }, (_, index) => `${LINK}${index}`).join(between);
    const given = [];
    let last = 0;
    await readFiles([new File([content], name)], (kind, value) => {
      if (kind === "text") given.push(value);
      if (kind === "progress") assert.ok((last = Number(value)) <= 100);
    });
    assert.equal(last, 100);
    assert.equal(given.join(""), content, name);
    assert.ok(given.length > 5 && given.every((slice) => slice.length <= 2 * SLICE), name);
    const whole = given.flatMap((slice) => slice.match(/BgGhssMCAUcBgAerBwDtQ\d+/g) ?? []);
    assert.equal(whole.length, count, name);
    assert.ok(given.every((slice) => !slice.trimEnd() || /^\W*1\./.test(slice.trimStart().replace(/^Bonjour,\s*/, ""))), name);
  }
});

test("a character that two slices share is whole", async () => {
  const content = `${"x ".repeat(SLICE / 2 - 1)}xéé${"\n"}${LINK}`;
  const { text } = await one(content);
  assert.equal(text, content);
});
