import { describe, expect, test } from 'vitest';
import type { FolderFile } from '../folder-limits.ts';
import { readFolder } from '../read-folder.ts';
import { sampleProcedure, sampleProcedureChanging, sampleProcedureWith } from '@irisflow/platform/testing';
import { lintFolder } from './lint-folder.ts';
import { lintProcedureFiles } from './lint-procedure-files.ts';

const noOffer = { connectorTypes: null, sourceTypes: [], servedTypes: [] };

const problemsOf = (files: readonly FolderFile[], connectorTypes: readonly string[] | null = null) =>
  lintFolder(readFolder(files), { ...noOffer, connectorTypes }).map(({ file, code, severity }) => ({
    file,
    code,
    severity,
  }));

const changed = (path: string, change: (value: never) => void) => problemsOf(sampleProcedureChanging(path, change));

const process = sampleProcedure().find(({ path }) => path.endsWith('.bpmn'))?.content ?? '';
const serviceTask = (type: string, mapping: string) =>
  process
    .replace(
      '<bpmn:userTask id="validate">',
      `<bpmn:serviceTask id="extra"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" /><zeebe:ioMapping>${mapping}</zeebe:ioMapping></bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing></bpmn:serviceTask><bpmn:sequenceFlow id="f5" sourceRef="extra" targetRef="validate" /><bpmn:userTask id="validate">`,
    )
    .replace('sourceRef="instruct" targetRef="validate"', 'sourceRef="instruct" targetRef="extra"')
    .replace(
      '<bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3',
      '<bpmn:incoming>f5</bpmn:incoming><bpmn:outgoing>f3',
    );

interface ApplicationForm {
  schema: { properties: Record<string, object> };
  uischema: { elements: { elements: object[] }[] };
}

describe('the lint of a procedure folder', () => {
  test('finds nothing in a good one', () => {
    expect(problemsOf(sampleProcedure())).toEqual([]);
  });

  test('says when procedure.json is missing, unreadable or unknown in part', () => {
    expect(problemsOf(sampleProcedureWith('procedure.json', null))).toMatchObject([{ code: 'PROCEDURE_FILE_MISSING' }]);
    expect(problemsOf(sampleProcedureWith('procedure.json', '{'))).toMatchObject([{ code: 'JSON_UNREADABLE' }]);
    expect(changed('procedure.json', (value: object) => Object.assign(value, { color: 'red' }))).toMatchObject([
      { file: 'procedure.json', code: 'SCHEMA', severity: 'error' },
    ]);
  });

  test.each(['procedure.json', 'parameters.json', 'odd.form.json', 'odd.letter.json'])(
    'says when %s is nested without end, and goes on',
    (path) => {
      const content = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
      const files = [...sampleProcedure().filter((file) => file.path !== path), { path, content }];
      expect(problemsOf(files)).toContainEqual(expect.objectContaining({ file: path, code: 'JSON_TOO_DEEP' }));
    },
  );

  test.each(['email', 'address', 'domicile'])('keeps from restricting what letters and mails go by: %s', (name) => {
    const found = changed('application.form.json', (form: ApplicationForm) => {
      form.schema.properties[name] = { type: 'string' };
      Object.assign(form.uischema.elements[0]?.elements[0] ?? {}, {
        scope: `#/properties/${name}`,
        options: { widget: 'text', restricted: { reason: 'other' } },
      });
    });
    expect(found).toContainEqual({ file: 'application.form.json', code: 'FORM_RESTRICTED_USED', severity: 'error' });
  });

  test('says which language of a text is missing', () => {
    const files = sampleProcedureChanging(
      'instruct.form.json',
      (form: { translations: { nl: Record<string, string> } }) => {
        delete form.translations.nl['amount.label'];
      },
    );
    const [problem] = lintFolder(readFolder(files), noOffer);
    const pointer = '/translations/nl/amount.label';
    expect(problem).toMatchObject({ file: 'instruct.form.json', code: 'TEXT_MISSING', pointer });
    // In the words of another language, which an analyst knows better than a key.
    expect(problem?.message.fr).toBe('Le texte «\u00a0amount\u00a0» manque en néerlandais.');
    expect(problem?.message.nl).toBe('De tekst “amount” ontbreekt in het Nederlands.');
  });

  test('warns of an amount with any number of decimals, in every language', () => {
    const files = sampleProcedureChanging(
      'instruct.form.json',
      (form: { schema: { properties: { amount: { multipleOf?: number } } } }) => {
        delete form.schema.properties.amount.multipleOf;
      },
    );
    const [problem] = lintFolder(readFolder(files), noOffer);
    expect(problem).toMatchObject({ code: 'FORM_MONEY_WITHOUT_CENTS', severity: 'warning', elementId: 'c_amount' });
    expect(problem?.message.nl).toMatch(/veelvouden van 0,01/);
  });

  test('wants the mandatory blocks of a letter in every language', () => {
    const files = sampleProcedureChanging('grant.letter.json', (letter: { body: { nl: { content: unknown[] } } }) => {
      letter.body.nl.content.splice(4);
    });
    expect(problemsOf(files).map(({ code }) => code)).toEqual(Array(3).fill('MANDATORY_BLOCK_MISSING'));
    const [first] = lintFolder(readFolder(files), noOffer);
    expect(first?.message.en).toBe('The letter has to mention “the contact person” in Dutch.');
  });

  test('refuses letters outside the dialect and expressions that are none', () => {
    const script = { type: 'script', text: 'alert(1)' };
    expect(
      changed('grant.letter.json', (letter: { body: { fr: { content: unknown[] } } }) =>
        letter.body.fr.content.push(script),
      ).every(({ code }) => code === 'SCHEMA'),
    ).toBe(true);
    expect(
      changed('grant.letter.json', (letter: { body: { fr: { content: unknown[] } } }) =>
        letter.body.fr.content.push({ type: 'paragraph', content: [{ type: 'field', path: 'a +' }] }),
      ),
    ).toMatchObject([{ code: 'FEEL_INVALID' }]);
  });

  test('names the fields of a letter that nobody gives a value', () => {
    const sending = (values: string) => [
      ...sampleProcedureWith(
        'rent-aid.bpmn',
        serviceTask('letter', `<zeebe:input source="=&#34;grant&#34;" target="template" />${values}`),
      ),
    ];
    const emptyIn = (files: readonly FolderFile[]) =>
      lintFolder(readFolder(files), noOffer)
        .filter(({ code }) => code === 'LETTER_FIELD_EMPTY')
        .map(({ message, severity }) => `${severity}: ${message.en}`);
    const given = '<zeebe:input source="= { amount: proposal.amount }" target="values" />';
    expect(emptyIn(sending(given))).toEqual([]);
    expect(emptyIn(sending('<zeebe:input source="= proposal.amount" target="values.amount" />'))).toEqual([]);
    expect(emptyIn(sending('<zeebe:input source="= proposal" target="values" />'))).toEqual([]);
    const wrong = 'error: The field “values.amount” will stay empty: no step that sends this letter gives it a value.';
    expect(emptyIn(sending('<zeebe:input source="= { sum: proposal.amount }" target="values" />'))).toEqual(
      Array(3).fill(wrong),
    );
    expect(emptyIn(sending(''))).toEqual(Array(3).fill(wrong));
    const misspelt = sampleProcedureChanging('grant.letter.json', (letter: { body: { fr: { content: unknown[] } } }) =>
      letter.body.fr.content.push({ type: 'paragraph', content: [{ type: 'field', path: 'contact.mail' }] }),
    );
    expect(emptyIn(misspelt)).toHaveLength(1);
    expect(lintFolder(readFolder(misspelt), noOffer).find(({ code }) => code === 'LETTER_FIELD_EMPTY')).toMatchObject({
      pointer: expect.stringMatching(/^\/body\/fr\/content\/\d+\/content\/0$/) as string,
    });
    const noticed = (values: string) =>
      sampleProcedureWith(
        'rent-aid.bpmn',
        serviceTask('case-store', `<zeebe:input source="=&#34;grant&#34;" target="noticeTemplate" />${values}`),
      );
    expect(emptyIn(noticed('<zeebe:input source="= { amount: 1 }" target="noticeValues" />'))).toEqual([]);
    expect(emptyIn(noticed('<zeebe:input source="= { sum: 1 }" target="noticeValues" />'))).toEqual(
      Array(3).fill(wrong),
    );
  });

  test('wants the remedies as data: body, address and term', () => {
    expect(
      changed('procedure.json', (description: { remedies?: unknown }) => {
        delete description.remedies;
      }),
    ).toEqual([{ file: 'grant.letter.json', code: 'REMEDIES_UNDECLARED', severity: 'warning' }]);
  });

  test('names the characters of a letter that cannot be printed', () => {
    const said = changed('grant.letter.json', (letter: { body: { nl: { content: unknown[] } } }) =>
      letter.body.nl.content.push({ type: 'paragraph', content: [{ type: 'text', text: 'Προς 李 🎉' }] }),
    );
    expect(said.map(({ code }) => code)).toEqual(['LETTER_GLYPH_MISSING', 'LETTER_GLYPH_MISSING']);
  });

  test('follows what the files say of each other', () => {
    expect(problemsOf(sampleProcedureWith('instruct.form.json', null))).toMatchObject([{ code: 'FORM_UNKNOWN' }]);
    expect(problemsOf(sampleProcedureWith('rent-aid.bpmn', null))).toMatchObject([{ code: 'PROCESS_FILE_MISSING' }]);
    const codesAfter = (from: string, to: string) =>
      problemsOf(sampleProcedureWith('rent-aid.bpmn', process.replaceAll(from, to))).map(({ code }) => code);
    expect(codesAfter('process id="rent-aid"', 'process id="other"')).toContain('PROCESS_ID_UNKNOWN');
    expect(problemsOf(sampleProcedureWith('twice.bpmn', process))).toContainEqual(
      expect.objectContaining({ code: 'PROCESS_TWICE', severity: 'error', file: 'twice.bpmn' }),
    );
    expect(codesAfter('"validate"', '"check"')).toEqual(expect.arrayContaining(['TASK_UNDESCRIBED', 'TASK_LEFT_OVER']));
    expect(codesAfter('"instruct"', '"examine"')).toContain('TASK_UNKNOWN');
    expect(codesAfter('<zeebe:userTask />', '')).toContain('TASK_NOT_NATIVE');
  });

  test('what describes a task that was taken off the drawing keeps nobody from publishing', () => {
    const files = sampleProcedureChanging('procedure.json', ({ tasks }: { tasks: Record<string, unknown> }) => {
      tasks['gone'] = { ...(tasks['instruct'] as object), separateFrom: ['gone-too'] };
    });
    expect(problemsOf(files)).toEqual([{ file: 'procedure.json', code: 'TASK_LEFT_OVER', severity: 'warning' }]);
  });

  test('an act that keeps somebody from a task is a known one, and one that no case has brings a warning', () => {
    const keptFrom = (acts: readonly string[]) =>
      problemsOf(
        sampleProcedureChanging('procedure.json', ({ tasks }: { tasks: Record<string, object> }) => {
          Object.assign(tasks['validate'] ?? {}, { separateFromActs: acts });
        }),
      ).map(({ code, severity }) => `${code} ${severity}`);
    expect(keptFrom(['opinion', 'decision'])).toEqual([]);
    expect(keptFrom(['inspection', 'hearing'])).toEqual(['ACT_UNDECLARED warning', 'ACT_UNDECLARED warning']);
    expect(keptFrom(['gossip'])).not.toEqual([]);
  });

  test('an answer takes the name of no variable of the platform, and shares one with a warning', () => {
    type Form = {
      schema: { properties: object; required: string[] };
      uischema: { elements: [{ elements: object[] }] };
    };
    const adding = (name: string) => (form: Form & { translations: Record<string, Record<string, string>> }) => {
      Object.assign(form.schema.properties, { [name]: { type: 'boolean' } });
      const scope = `#/properties/${name}`;
      form.uischema.elements[0].elements.push({
        type: 'Control',
        id: `c_${name}`,
        scope,
        i18n: name,
        options: { widget: 'yes-no' },
      });
      for (const texts of Object.values(form.translations)) texts[`${name}.label`] = name;
    };
    expect(changed('instruct.form.json', adding('parameters'))).toMatchObject([
      { file: 'instruct.form.json', code: 'VARIABLE_TAKEN', severity: 'error' },
    ]);
    expect(changed('instruct.form.json', adding('validation'))).toMatchObject([
      { file: 'instruct.form.json', code: 'VARIABLE_SHARED', severity: 'warning' },
    ]);
    expect(changed('instruct.form.json', adding('yesNo'))).toEqual([]);
  });

  test('reads what a decision has to say', () => {
    type Tasks = { tasks: { validate: { decides: Record<string, string> } } };
    expect(
      changed('procedure.json', ({ tasks }: Tasks) => {
        tasks.validate.decides['amount'] = '= proposal.';
      }),
    ).toMatchObject([{ file: 'procedure.json', code: 'FEEL_INVALID' }]);
  });

  test('knows connectors, letters and decisions', () => {
    const withTask = (type: string, mapping = '') => sampleProcedureWith('rent-aid.bpmn', serviceTask(type, mapping));
    const template = (key: string) =>
      `<zeebe:input source="=&#34;${key}&#34;" target="template" /><zeebe:input source="=proposal" target="values" />`;
    expect(problemsOf(withTask('coffee'), ['letter', 'case-store'])).toMatchObject([{ code: 'CONNECTOR_UNKNOWN' }]);
    expect(problemsOf(withTask('coffee'))).toEqual([]);
    expect(problemsOf(withTask('letter', template('grant')), ['letter', 'case-store'])).toEqual([]);
    expect(problemsOf(withTask('letter', template('refusal')), ['letter', 'case-store'])).toMatchObject([
      { code: 'LETTER_UNKNOWN' },
    ]);
    const broken = [...sampleProcedure(), { path: 'rules.dmn', content: '<definitions' }];
    expect(problemsOf(broken).every(({ file, severity }) => file === 'rules.dmn' && severity === 'error')).toBe(true);
    expect(lintFolder(readFolder(broken), noOffer)[0]?.message.fr).toBe(
      "Le fichier n'est pas du XML bien formé\u00a0: il n'y a pas d'élément racine.",
    );
  });

  test('passes on what is wrong with the process, with its place', () => {
    const files = sampleProcedureWith('rent-aid.bpmn', process.replace('targetRef="end"', 'targetRef="nowhere"'));
    const problem = lintFolder(readFolder(files), noOffer).find(({ file }) => file === 'rent-aid.bpmn');
    expect(problem?.severity).toBe('error');
    expect(problem?.line).toBeGreaterThan(1);
  });

  test('outside the platform, it answers the same and refuses what an import refuses', () => {
    const files = sampleProcedureWith('procedure.json', '{');
    expect(lintProcedureFiles(files)).toEqual(lintFolder(readFolder(files), noOffer));
    expect(() => lintProcedureFiles([...sampleProcedure(), { path: 'notes.txt', content: '' }])).toThrow(
      'Expected the path of a process, decision, form, letter, code list or scenario, but found notes.txt',
    );
  });

  test('two values of a parameter on one day are one too many', () => {
    expect(
      changed('parameters.json', (list: { values: { validTo: string | null }[] }[]) => {
        const [value] = list[0]?.values ?? [];
        if (value !== undefined) value.validTo = null;
      }),
    ).toMatchObject([{ code: 'PARAMETER_OVERLAP' }]);
  });
});
