import { describe, expect, test } from 'vitest';
import { openTestCasework } from '../testing/open-test-casework.ts';
import { givenAdministrations, givenStaff } from '../testing/sample-people.ts';

describe('a decision at trial', () => {
  test('answers what the table gives, and which rules matched', async () => {
    const given = await openTestCasework();
    await givenAdministrations(given.casework);
    const analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:d">
  <decision id="size" name="Size"><decisionTable id="t" hitPolicy="FIRST">
    <input id="i"><inputExpression id="ie" typeRef="number"><text>rent</text></inputExpression></input>
    <output id="o" name="size" typeRef="string" />
    <rule id="r1"><inputEntry id="a1"><text>&lt; 500</text></inputEntry><outputEntry id="b1"><text>"small"</text></outputEntry></rule>
    <rule id="r2"><inputEntry id="a2"><text></text></inputEntry><outputEntry id="b2"><text>"large"</text></outputEntry></rule>
  </decisionTable></decision>
</definitions>`;
    const trial = await given.casework.procedures.tryDecision(analyst, {
      xml,
      decisionId: 'size',
      variables: { rent: 700 },
    });
    expect(trial).toMatchObject({
      ok: true,
      output: 'large',
      decisions: [{ decisionId: 'size', matchedRules: [{ index: 2, ruleId: 'r2' }] }],
    });
    const broken = await given.casework.procedures.tryDecision(analyst, {
      xml: '<x',
      decisionId: 'size',
      variables: {},
    });
    expect(broken.ok).toBe(false);
    expect(broken.failure).not.toBeNull();
    await given.close();
  });
});
