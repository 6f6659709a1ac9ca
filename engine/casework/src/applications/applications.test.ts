import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenCitizen,
  numberOfCitizen,
  givenPublished,
  givenStaff,
} from '@irisflow/platform/testing';
import { isCaseReference } from './case-reference.ts';

const pdf = (size = 1000) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 1)]);
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]);

describe('applications', () => {
  let given: TestCasework;
  let citizen: Actor;
  let people = 0;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    given.sources.set('be-national-register', {
      ok: true,
      values: { lastName: 'Şimşek' },
      at: '2026-11-25T09:00:00.000Z',
    });
    await givenPublished(given.casework);
  });
  beforeEach(async () => {
    people += 1;
    citizen = await givenCitizen(given.casework, `Léa ${people}`);
  });
  afterAll(() => given.close());

  const applications = () => given.casework.applications;
  const open = () => applications().createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
  const refused = (code: string) => expect.objectContaining({ code });
  const answers = () => ({
    nationalNumber: numberOfCitizen(`Léa ${people}`),
    lastName: 'Şimşek',
    rent: 700,
    hasLease: false,
  });

  test('opens prefilled, with where each value comes from', async () => {
    const draft = await open();
    expect(draft.data).toEqual({ nationalNumber: numberOfCitizen(`Léa ${people}`), lastName: 'Şimşek' });
    expect(draft.prefill).toMatchObject([
      { pointer: '/nationalNumber', sourceKey: 'identity', mode: 'locked' },
      { pointer: '/lastName', sourceKey: 'be-national-register', source: { en: 'National Register' } },
    ]);
    expect(draft.unavailable).toEqual([]);
  });

  test('opening again resumes, and asks no source again', async () => {
    const first = await open();
    const second = await open();
    expect(second).toEqual(first);
    const [row] = await given.database.query(
      'select count(*)::int as total from casework.consultation where draft_id = $1',
      [first.id],
    );
    expect(row).toEqual({ total: 1 });
  });

  test('a source that does not answer leaves its fields to be asked', async () => {
    given.sources.set('be-national-register', { ok: false, reason: 'UNAVAILABLE' });
    const draft = await open();
    given.sources.set('be-national-register', {
      ok: true,
      values: { lastName: 'Şimşek' },
      at: '2026-11-25T09:00:00.000Z',
    });
    expect(draft.data).toEqual({ nationalNumber: numberOfCitizen(`Léa ${people}`) });
    expect(draft.unavailable).toMatchObject([{ sourceKey: 'be-national-register' }]);
  });

  describe('opened while a source kept silent', () => {
    const answering = { ok: true, values: { lastName: 'Şimşek' }, at: '2026-11-25T09:00:00.000Z' } as const;
    const openInSilence = async () => {
      given.sources.set('be-national-register', { ok: false, reason: 'UNAVAILABLE' });
      const draft = await open();
      given.sources.set('be-national-register', answering);
      return draft;
    };
    const storedOf = async (draftId: string, data: object) => {
      const { caseId } = await applications().submit(citizen, { draftId, data: { ...data }, language: 'fr' });
      const [row] = await given.database.query('select data from casework.case_file where id = $1', [caseId]);
      return row?.['data'];
    };

    test('is filled when it is back: what the source says now counts where nothing was typed', async () => {
      const draft = await openInSilence();
      const filled = await applications().refillDraft(citizen, { draftId: draft.id });

      expect(filled.unavailable).toEqual([]);
      expect(filled.prefill).toMatchObject([
        { pointer: '/nationalNumber', sourceKey: 'identity' },
        { pointer: '/lastName', value: 'Şimşek', sourceKey: 'be-national-register', late: true },
      ]);
      expect(filled).toMatchObject({ revision: draft.revision, data: draft.data });
      expect(await storedOf(draft.id, { rent: 700, hasLease: false })).toMatchObject({ lastName: 'Şimşek' });
      const log = await given.database.query('select outcome from casework.consultation where draft_id = $1', [
        draft.id,
      ]);
      expect(new Set(log.map(({ outcome }) => outcome))).toEqual(new Set(['UNAVAILABLE', 'answered']));
    });

    test('keeps what was typed, whatever the source says later', async () => {
      const draft = await openInSilence();
      const { revision } = draft;
      await applications().saveDraft(citizen, {
        draftId: draft.id,
        data: { lastName: 'Rich' },
        language: 'fr',
        revision,
      });
      await applications().refillDraft(citizen, { draftId: draft.id });

      expect(await storedOf(draft.id, { ...answers(), lastName: 'Rich' })).toMatchObject({ lastName: 'Rich' });
    });

    test('stays as it is while the source keeps silent, and nobody else can have it filled', async () => {
      const draft = await openInSilence();
      given.sources.set('be-national-register', { ok: false, reason: 'UNAVAILABLE' });
      expect(await applications().refillDraft(citizen, { draftId: draft.id })).toMatchObject({
        prefill: draft.prefill,
        unavailable: [{ sourceKey: 'be-national-register', reason: 'unavailable' }],
      });
      given.sources.set('be-national-register', answering);
      const other = await givenCitizen(given.casework, 'Somebody else');
      await expect(applications().refillDraft(other, { draftId: draft.id })).rejects.toEqual(refused('NOT_FOUND'));
    });

    test('asks no source that had answered', async () => {
      const draft = await open();
      await applications().refillDraft(citizen, { draftId: draft.id });
      const log = await given.database.query('select id from casework.consultation where draft_id = $1', [draft.id]);
      expect(log).toHaveLength(1);
    });
  });

  describe('a value of a source that is wrong', () => {
    const dispute = (draftId: string, reason: string, pointer = '/lastName') =>
      applications().disputeValue(citizen, { draftId, pointer, reason });

    test('stays, with the reason, until it goes with the application to the clerk', async () => {
      const draft = await open();
      const disputed = await dispute(draft.id, ' It is Verlinde. ');
      expect(disputed).toMatchObject({ revision: draft.revision, data: draft.data });
      expect(disputed.prefill).toContainEqual(
        expect.objectContaining({
          pointer: '/lastName',
          value: 'Şimşek',
          disputed: { reason: 'It is Verlinde.', at: expect.any(String) },
        }),
      );
      const { caseId } = await applications().submit(citizen, { draftId: draft.id, data: answers(), language: 'fr' });
      const agent = await givenStaff(given.casework, { name: 'Nadia', roles: ['agent'] });
      expect((await given.casework.cases.getCase(agent, { caseId })).prefill).toContainEqual(
        expect.objectContaining({ disputed: expect.objectContaining({ reason: 'It is Verlinde.' }) }),
      );
    });

    test('can be taken back, and is only of what a source said', async () => {
      const draft = await open();
      await dispute(draft.id, 'Wrong.');
      const { prefill } = await dispute(draft.id, '');
      expect(prefill.some(({ disputed }) => disputed !== undefined)).toBe(false);
      await expect(dispute(draft.id, 'Wrong.', '/rent')).rejects.toEqual(refused('INPUT_INVALID'));
    });

    test('is said by nobody else', async () => {
      const draft = await open();
      const other = await givenCitizen(given.casework, 'Somebody else');
      await expect(
        applications().disputeValue(other, { draftId: draft.id, pointer: '/lastName', reason: 'x' }),
      ).rejects.toEqual(refused('NOT_FOUND'));
    });
  });

  test('saves what is there, and refuses a stale revision', async () => {
    const draft = await open();
    const save = { draftId: draft.id, data: { rent: 1 }, language: 'nl', revision: 1, page: 'p' } as const;
    expect(await applications().saveDraft(citizen, save)).toMatchObject({ revision: 2 });
    await expect(applications().saveDraft(citizen, save)).rejects.toEqual(refused('STALE_REVISION'));
    expect(await applications().getDraft(citizen, { draftId: draft.id })).toMatchObject({
      data: { rent: 1 },
      page: 'p',
      language: 'nl',
    });
  });

  test('is nobody else’s', async () => {
    const draft = await open();
    const other = await givenCitizen(given.casework, 'Somebody else');
    await expect(applications().getDraft(other, { draftId: draft.id })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(applications().submit(other, { draftId: draft.id, data: answers(), language: 'fr' })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });

  test('discarding removes it', async () => {
    const draft = await open();
    await applications().discardDraft(citizen, { draftId: draft.id });
    expect(await applications().listDrafts(citizen, {})).toEqual([]);
  });

  test('submitting answers a reference with check digits', async () => {
    const draft = await open();
    const receipt = await applications().submit(citizen, { draftId: draft.id, data: answers(), language: 'nl' });
    expect(receipt.reference).toMatch(/^BH-RA-2026-\d{6}-\d{2}$/);
    expect(isCaseReference(receipt.reference)).toBe(true);
    expect(receipt.receivedAt).toBe('2026-11-25T09:00:00.000Z');
    expect(await applications().listDrafts(citizen, {})).toEqual([]);
    const [row] = await given.database.query('select language, status, data from casework.case_file where id = $1', [
      receipt.caseId,
    ]);
    expect(row).toMatchObject({ language: 'nl', status: 'submitted', data: answers() });
  });

  test('submitting twice, even at once, makes one case', async () => {
    const draft = await open();
    const submission = { draftId: draft.id, data: answers(), language: 'fr' } as const;
    const [first, second] = await Promise.all([
      applications().submit(citizen, submission),
      applications().submit(citizen, submission),
    ]);
    expect(second).toEqual(first);
    expect(await applications().submit(citizen, submission)).toEqual(first);
    const rows = await given.database.query('select id from casework.outbox where case_id = $1', [first?.caseId]);
    expect(rows).toHaveLength(1);
  });

  test('nobody has more than fifty open at once, drafts and cases together', async () => {
    for (let submitted = 0; submitted < 49; submitted += 1) {
      const { id: draftId } = await open();
      await applications().submit(citizen, { draftId, data: answers(), language: 'fr' });
    }
    const last = await open();
    expect((await open()).id).toBe(last.id);
    await applications().submit(citizen, { draftId: last.id, data: answers(), language: 'fr' });
    await expect(open()).rejects.toMatchObject({ code: 'TOO_MANY_OPEN', status: 409 });
  });

  test('a locked value that was changed is put back', async () => {
    const draft = await open();
    const data = { ...answers(), lastName: 'Rich', nationalNumber: numberOfCitizen(`Léa ${people}`) };
    const { caseId } = await applications().submit(citizen, { draftId: draft.id, data, language: 'fr' });
    const [row] = await given.database.query('select data from casework.case_file where id = $1', [caseId]);
    expect(row?.['data']).toMatchObject({ lastName: 'Şimşek' });
  });

  test('wrong answers are named field by field, and nothing is stored', async () => {
    const draft = await open();
    const data = { rent: -5, hasLease: false };
    await expect(applications().submit(citizen, { draftId: draft.id, data, language: 'fr' })).rejects.toMatchObject({
      code: 'FORM_INVALID',
      status: 422,
      errors: [{ pointer: '/rent', keyword: 'minimum' }],
    });
    expect(await applications().listDrafts(citizen, {})).toHaveLength(1);
  });

  test('fields of clerks and unknown fields are refused', async () => {
    const draft = await open();
    const data = { ...answers(), agentNote: 'grant it', isAdmin: true };
    await expect(applications().submit(citizen, { draftId: draft.id, data, language: 'fr' })).rejects.toMatchObject({
      errors: [
        { pointer: '/agentNote', keyword: 'additionalProperties' },
        { pointer: '/isAdmin', keyword: 'additionalProperties' },
      ],
    });
  });

  describe('files', () => {
    const upload = (draftId: string, content: Uint8Array, pointer = '/lease') =>
      applications().addDocument(citizen, { draftId, pointer, name: '../../etc/lease\u0000.pdf', content: [content] });

    test('are stored once by content and travel with the case', async () => {
      const draft = await open();
      const big = pdf(300_000);
      const first = await upload(draft.id, big);
      const second = await upload(draft.id, big);
      expect(first).toMatchObject({ name: 'lease.pdf', mediaType: 'application/pdf', size: big.length });
      expect(second.sha256).toBe(first.sha256);
      const [content] = await given.database.query(
        'select count(*)::int as total from casework.document_content where sha256 = $1',
        [first.sha256],
      );
      expect(content).toEqual({ total: 1 });

      const { mediaType: _, ...reference } = first;
      const data = { ...answers(), hasLease: true, lease: [reference] };
      const { caseId } = await applications().submit(citizen, { draftId: draft.id, data, language: 'fr' });
      const documents = await given.database.query('select id from casework.document where case_id = $1', [caseId]);
      expect(documents).toEqual([{ id: first.id }]);
    });

    test('are refused by their real type, size and number', async () => {
      const draft = await open();
      await expect(upload(draft.id, exe)).rejects.toEqual(refused('DOCUMENT_TYPE_REFUSED'));
      await expect(upload(draft.id, Buffer.from('<html><script>'))).rejects.toEqual(refused('DOCUMENT_TYPE_REFUSED'));
      await expect(upload(draft.id, Buffer.alloc(0))).rejects.toEqual(refused('DOCUMENT_TYPE_REFUSED'));
      // Cut short behind their signature: an archive and an image.
      for (const signature of ['504b0304', '89504e470d0a1a0a'])
        await expect(upload(draft.id, Buffer.from(signature, 'hex'))).rejects.toEqual(refused('DOCUMENT_TYPE_REFUSED'));
      await expect(upload(draft.id, pdf(700_000))).rejects.toEqual(refused('DOCUMENT_TOO_LARGE'));
      await expect(upload(draft.id, pdf(), '/rent')).rejects.toEqual(refused('INPUT_INVALID'));
      await upload(draft.id, pdf(1));
      await upload(draft.id, pdf(2));
      await expect(upload(draft.id, pdf(3))).rejects.toEqual(refused('DOCUMENT_LIMIT'));
      const uploads = await given.database.query(
        'select id from casework.document_upload u where not exists (select from casework.document_content c where c.upload_id = u.id)',
      );
      expect(uploads).toEqual([]);
    });

    test('of another application cannot be referred to', async () => {
      const draft = await open();
      const { mediaType: _, ...mine } = await upload(draft.id, pdf(77));
      const other = await givenCitizen(given.casework, 'Other applicant');
      const theirs = await applications().createDraft(other, { procedureKey: 'rent-aid', language: 'fr' });
      const data = { ...answers(), hasLease: true, lease: [mine] };
      await expect(applications().submit(other, { draftId: theirs.id, data, language: 'fr' })).rejects.toMatchObject({
        errors: [{ pointer: '/lease', keyword: 'document' }],
      });
    });
  });
});
