import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Actor } from '@irisflow/access';
import { sheetPdf } from '@irisflow/letters';
import {
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  inspectionFolder,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WantedCopy } from './ask-for-copy.ts';

/** A page of somebody else, with a script that runs when it is opened. */
const foreignPdf = async (text: string, pages = 1): Promise<Buffer> => {
  const pdf = await PDFDocument.create();
  for (let index = 0; index < pages; index += 1) pdf.addPage([300, 200]).drawText(text);
  pdf.addJavaScript('main', 'app.alert("evil")');
  return Buffer.from(await pdf.save());
};

/** A document as somebody writes it by hand: its third object is a page, as often as it is said. */
const pdfOfObjects = (page: string, more: string, pages = 1): Buffer => {
  const tree = `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`;
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', tree, page, more];
  const written = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${written}trailer\n<< /Root 1 0 R >>\n%%EOF`);
};

const chunk = (type: string, data: Buffer): Buffer => {
  const crcTable = (value: number) => {
    let crc = value;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? 0xed_b8_83_20 ^ (crc >>> 1) : crc >>> 1;
    return crc >>> 0;
  };
  const body = Buffer.concat([Buffer.from(type), data]);
  let crc = 0xff_ff_ff_ff;
  for (const byte of body) crc = (crcTable((crc ^ byte) & 0xff) ^ (crc >>> 8)) >>> 0;
  const [length, end] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  end.writeUInt32BE((crc ^ 0xff_ff_ff_ff) >>> 0);
  return Buffer.concat([length, body, end]);
};

/** One black point. */
const png = (): Buffer => {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const bytes = async function* (content: Buffer) {
  yield content;
};

const gathered = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
};

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

const textOf = (pdf: Buffer, program: 'pdftotext' | 'pdfinfo', ...options: string[]): string => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'copy-')), 'copy.pdf');
  writeFileSync(file, pdf);
  return execFileSync(program, [...options, file, ...(program === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
};

const fileCopies = { withhold: [{ field: '/nationalNumber', because: 'offenses' }] };
const folder = inspectionFolder().map(({ path: name, content }) => ({
  path: name,
  content:
    name === 'procedure.json'
      ? JSON.stringify({ ...(JSON.parse(content) as Record<string, unknown>), fileCopies })
      : content,
}));

describe('copies of the file of a case', () => {
  let given: TestCasework;
  let clerk: Actor;
  let stranger: Actor;
  let citizen: Actor;
  let neighbor: Actor;
  let caseId = '';
  let people = 0;

  const copies = () => given.casework.copies;
  const wanted = (more: Partial<WantedCopy> = {}): WantedCopy => ({
    caseId,
    audience: 'party',
    recipient: 'Me Dupont, avocat',
    reason: 'Demande du 3 mars',
    handOver: false,
    withhold: [],
    ...more,
  });
  const made = async (more: Partial<WantedCopy> = {}) => {
    await copies().copyFile(clerk, wanted(more));
    await copies().make(system, {});
    const [copy] = await copies().listFileCopies(clerk, { caseId });
    if (copy === undefined) throw new Error('Expected a copy');
    return copy;
  };
  const pdfOf = async (copyId: string, actor: Actor = clerk): Promise<Buffer> => {
    const file = await copies().fetchFileCopy(actor, { caseId, copyId, as: 'pdf' });
    return file.as === 'pdf' ? gathered(file.content) : Buffer.alloc(0);
  };
  const add = (name: string, shownTo: 'office' | 'applicant', content: Buffer) =>
    given.casework.cases.addCaseDocument(clerk, { caseId, kind: 'report', shownTo, name, content: bytes(content) });

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework, folder);
    clerk = await givenStaff(casework, { name: 'Nadia', roles: ['agent'] });
    stranger = await givenStaff(casework, { name: 'Tess', roles: ['agent'], administration: 'taxi' });
  });
  beforeEach(async () => {
    people += 1;
    const { applications, cases } = given.casework;
    citizen = await givenCitizen(given.casework, `Léa ${people}`);
    neighbor = await givenCitizen(given.casework, `Noor ${people}`);
    const draft = await applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', nationalNumber: '85000099712', rent: 700, hasLease: false };
    ({ caseId } = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    await cases.addNote(clerk, { caseId, text: 'Se méfier du bailleur' });
  });
  afterAll(() => given.close());

  test('trap 15: for a party are without what is not theirs, each with its reason', async () => {
    await add('visite.pdf', 'office', await foreignPdf('internal words'));
    const shown = await add('bail.pdf', 'applicant', await foreignPdf('the lease'));
    const third = await add('voisin.pdf', 'applicant', await foreignPdf('a neighbor'));
    const copy = await made({ withhold: [{ documentId: third.id, reason: 'Parle d’un voisin' }] });
    expect(copy).toMatchObject({ state: 'ready', documents: 1, madeBy: 'Nadia', recipient: 'Me Dupont, avocat' });
    expect(copy.leftOut).toEqual(
      expect.arrayContaining([
        { what: 'nationalNumber', why: 'données relatives à des infractions (art. 10 RGPD)' },
        { what: expect.stringContaining('Document interne'), why: 'réservé à l’administration' },
        { what: 'voisin.pdf', why: 'Parle d’un voisin' },
        { what: 'Notes internes (1)', why: 'travail interne de l’administration' },
      ]),
    );
    const pdf = await pdfOf(copy.id);
    expect(pdf.includes('evil')).toBe(false);
    const archive = await copies().fetchFileCopy(clerk, { caseId, copyId: copy.id, as: 'zip' });
    const files: { path: string; content: Buffer }[] = [];
    if (archive.as === 'zip')
      for await (const { path: name, content } of archive.files)
        files.push({
          path: name,
          content: typeof content === 'string' ? Buffer.from(content) : await gathered(content),
        });
    expect(files.map((file) => file.path)).toEqual([
      expect.stringMatching(/^BH-RA.*\.pdf$/),
      expect.stringMatching(/^documents\/\d\d-bail\.pdf$/),
    ]);
    expect(files[1]?.content.length).toBe(shown.size);
    if (!hasPoppler) return;
    const text = textOf(pdf, 'pdftotext', '-layout');
    for (const absent of [
      '85000099712',
      '85.00.00-997.12',
      'internal words',
      'a neighbor',
      'Se méfier',
      '[object Object]',
    ])
      expect(text).not.toContain(absent);
    for (const present of ['Inventaire', 'the lease', 'Şimşek', 'Parle d’un voisin', 'art. 10 RGPD'])
      expect(text).toContain(present);
  });

  test('number their pages, and the index says on which each piece is', async () => {
    await add('bail.pdf', 'applicant', await foreignPdf('the lease', 3));
    await add('photo.png', 'applicant', png());
    await add('casse.pdf', 'applicant', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200, 1)]));
    const copy = await made();
    const pdf = await pdfOf(copy.id);
    const opened = await PDFDocument.load(pdf);
    expect(opened.getPageCount()).toBe(copy.pages);
    if (!hasPoppler) return;
    const text = textOf(pdf, 'pdftotext', '-layout');
    const total = copy.pages ?? 0;
    expect(text).toMatch(new RegExp(String.raw`bail\.pdf.*${total - 3}–${total - 1}`));
    expect(text).toMatch(new RegExp(String.raw`photo\.png.*${total}`));
    // What nobody can read is in the archive, and the index says so.
    expect(text).toMatch(/casse\.pdf.*fichier/);
    expect(text).toContain(`${total} / ${total}`);
    expect(textOf(pdf, 'pdfinfo')).toMatch(/Tagged:\s+yes/);
    const structure = textOf(pdf, 'pdfinfo', '-struct');
    expect(structure.match(/Figure/g)).toHaveLength(4);
    expect(structure).toContain('Table');
    expect(structure).toContain('H1');
  });

  test('show the blank pages of scans, and what cannot be drawn keeps nothing else out', async () => {
    const scan = await PDFDocument.create();
    scan.addPage([300, 200]).drawText('the front');
    scan.addPage([300, 200]);
    await add('scan.pdf', 'applicant', Buffer.from(await scan.save()));
    // given files that open, of which one names its tree of pages as its own parent, and one has more pages than anybody reads
    await add('boucle.pdf', 'applicant', pdfOfObjects('<< /Type /Page /Parent 4 0 R >>', '<< /Parent 4 0 R >>'));
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>';
    await add('sans-fin.pdf', 'applicant', pdfOfObjects(page, 'null', 100_000));
    const copy = await made();
    expect(copy).toMatchObject({ state: 'ready', documents: 3 });
    if (!hasPoppler) return;
    const text = textOf(await pdfOf(copy.id), 'pdftotext', '-layout');
    const total = copy.pages ?? 0;
    expect(text).toContain('the front');
    expect(text).toMatch(new RegExp(String.raw`scan\.pdf.*${total - 1}–${total}`));
    for (const apart of ['boucle', 'sans-fin']) expect(text).toMatch(new RegExp(String.raw`${apart}\.pdf.*fichier`));
  });

  test('keep the tags of letters of the platform', async () => {
    const { pdf } = await sheetPdf({ locale: 'fr', title: 'Courrier', author: 'x', now: Date.now() }, [
      { kind: 'paragraph', runs: [{ text: 'Bonjour', bold: false, italic: false }] },
    ]);
    const { id } = await add('courrier.pdf', 'applicant', pdf);
    await given.database.query("update casework.document set origin = 'letter' where id = $1", [id]);
    const copy = await made();
    expect(copy.state).toBe('ready');
    if (!hasPoppler) return;
    expect(textOf(await pdfOf(copy.id), 'pdfinfo', '-struct-text')).toContain('Bonjour');
  });

  test('for the office are whole, and no applicant reads of them', async () => {
    await add('visite.pdf', 'office', await foreignPdf('internal words'));
    const copy = await made({ audience: 'office', reason: 'Recours au Conseil d’État' });
    expect(copy).toMatchObject({ documents: 1, leftOut: [] });
    expect(await copies().listMyFileCopies(citizen, { caseId })).toEqual([]);
    await expect(copies().fetchMyFileCopy(citizen, { caseId, copyId: copy.id, as: 'pdf' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { timeline, documents } = await given.casework.cases.getMyCase(citizen, { caseId });
    expect(JSON.stringify(timeline)).not.toContain('Conseil');
    expect(documents).toEqual([]);
    if (!hasPoppler) return;
    const text = textOf(await pdfOf(copy.id), 'pdftotext', '-layout');
    for (const present of ['internal words', 'Se méfier']) expect(text).toContain(present);
  });

  test('tell of inspections: to a party those that they may read, without what is for clerks alone', async () => {
    const chief = await givenStaff(given.casework, { name: 'Ines', roles: ['supervisor'] });
    for (const key of ['open', 'dwelling']) {
      const order = { idempotencyKey: `${key}-${people}`, key, address: 'Rue Haute 1', subject: 'Humide ?' };
      const { inspectionId } = await given.casework.caseStore.askInspection(connectorOf(caseId), order);
      const data = { rooms: 3, damp: true, memo: 'Bailleur absent' };
      await given.casework.inspections.reportInspection(chief, { inspectionId, outcome: 'partly', data });
    }
    const forParty = await made();
    await made({ audience: 'office', reason: 'Recours' });
    const forOffice = (await copies().listFileCopies(clerk, { caseId })).find(({ audience }) => audience === 'office');
    expect(forParty.leftOut).toEqual(
      expect.arrayContaining([
        { what: 'Note pour les agents', why: 'réservé à l’administration' },
        { what: expect.stringContaining('Visites: Visite du logement'), why: 'travail interne de l’administration' },
      ]),
    );
    if (!hasPoppler) return;
    const partyText = textOf(await pdfOf(forParty.id), 'pdftotext', '-layout');
    expect(partyText).toContain('en partie conforme');
    expect(partyText).not.toContain('Bailleur absent');
    expect(textOf(await pdfOf(forOffice?.id ?? ''), 'pdftotext', '-layout')).toContain('Bailleur absent');
  });

  test('that are handed over are fetched by the applicant, who reads for whom they were made', async () => {
    const copy = await made({ handOver: true });
    const [mine] = await copies().listMyFileCopies(citizen, { caseId });
    expect(mine).toMatchObject({ id: copy.id, madeBy: null, reason: null, state: 'ready' });
    const file = await copies().fetchMyFileCopy(citizen, { caseId, copyId: copy.id, as: 'pdf' });
    expect(file.as === 'pdf' && (await gathered(file.content)).length).toBeGreaterThan(1000);
    const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
    expect(timeline[0]?.text.fr).toBe('Une copie du dossier a été faite pour\u00a0: Me Dupont, avocat');
  });

  test('are asked for by the applicant, once while nothing changes', async () => {
    const ask = () => copies().copyMyFile(citizen, { caseId });
    const [first] = await ask();
    await copies().make(system, {});
    expect(await ask()).toMatchObject([{ id: first?.id, state: 'ready' }]);
    expect(first?.leftOut.map(({ what }) => what)).toContain(
      'Notes et documents internes de l’administration, s’il y en a',
    );
    given.clock.set('2026-11-26T09:00:00.000Z');
    await given.casework.cases.addNote(clerk, { caseId, text: 'x' });
    expect(await ask()).toHaveLength(2);
    await copies().make(system, {});
  });

  test('are of the administration of the case and of its applicant alone', async () => {
    const copy = await made({ handOver: true });
    const refused = { code: 'NOT_FOUND' };
    await expect(copies().copyFile(stranger, wanted())).rejects.toMatchObject(refused);
    await expect(copies().listFileCopies(stranger, { caseId })).rejects.toMatchObject(refused);
    await expect(pdfOf(copy.id, stranger)).rejects.toMatchObject(refused);
    await expect(copies().copyMyFile(neighbor, { caseId })).rejects.toMatchObject(refused);
    await expect(copies().fetchMyFileCopy(neighbor, { caseId, copyId: copy.id, as: 'zip' })).rejects.toMatchObject(
      refused,
    );
  });

  test('say for whom and why, leave out documents of the case alone, and do not pile up', async () => {
    const invalid = { code: 'INPUT_INVALID' };
    await expect(copies().copyFile(clerk, wanted({ recipient: ' \u200B' }))).rejects.toMatchObject(invalid);
    await expect(copies().copyFile(clerk, wanted({ reason: ' ' }))).rejects.toMatchObject(invalid);
    await expect(
      copies().copyFile(clerk, wanted({ withhold: [{ documentId: 'other', reason: 'x' }] })),
    ).rejects.toMatchObject(invalid);
    await expect(copies().copyFile(clerk, wanted({ audience: 'office', handOver: true }))).rejects.toMatchObject(
      invalid,
    );
    for (let asked = 0; asked < 3; asked += 1) await copies().copyFile(clerk, wanted());
    await expect(copies().copyFile(clerk, wanted())).rejects.toMatchObject({ code: 'COPIES_WAITING' });
    await copies().make(system, {});
  });
});
