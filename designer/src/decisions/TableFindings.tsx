import { writeCell, type DecisionChange, type EditableTable, type Region, type TableAnalysis } from '@irisflow/dmn';
import { Button, StatusTag, useFormatters } from '@irisflow/ui';
import type { NameChoice } from '../conditions/choices-of-names.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { ShownColumn } from './columns.ts';
import { regionInWords, testsOfExtents, type Saying } from './words.ts';

export interface TableFindingsProps {
  readonly table: EditableTable;
  readonly columns: readonly ShownColumn[];
  readonly names: readonly NameChoice[];
  readonly analysis: TableAnalysis;
  readonly onChange: (changes: readonly DecisionChange[]) => void;
}

/** What nobody reads at once. */
const MAX_SHOWN = 8;

/** A rule that takes what no rule takes yet; its result is left to whoever decides it. */
const ruleFor = (region: Region, { rules }: EditableTable): readonly DecisionChange[] => {
  const cells = region.flatMap(({ columns: [column = 0], extents }) => {
    const tests = testsOfExtents(extents);
    return tests === null ? [] : [{ side: 'input', rule: rules.length, column, text: writeCell(tests) } as const];
  });
  return [
    { kind: 'addRule', at: rules.length },
    { kind: 'cells', cells },
  ];
};

const More = ({ count }: { readonly count: number }) => {
  const t = useTexts();
  return count <= MAX_SHOWN ? null : <li>{t.plural('decision.more', count - MAX_SHOWN)}</li>;
};

/** What no rule of a table takes and where rules are at odds, in words; a rule for it is one click away. */
export const TableFindings = ({ table, columns, names, analysis, onChange }: TableFindingsProps) => {
  const t = useTexts();
  const format = useFormatters();
  const saying: Saying = { t, format, names };
  const { gaps, overlaps, unreachable, unread, isComplete } = analysis;
  const isFine = isComplete && gaps.length + overlaps.length + unreachable.length === 0;
  const says = (region: Region): string => regionInWords(region, columns, saying);
  return (
    <section className="decision-findings" aria-labelledby="decision-findings">
      <h2 id="decision-findings" className="panel-title">
        {t('decision.findings')}
      </h2>
      <div aria-live="polite">
        {isFine && table.rules.length > 0 && (
          <p>
            <StatusTag tone="success">{t('decision.fine')}</StatusTag>
          </p>
        )}
        <ul className="decision-findings__list">
          {gaps.slice(0, MAX_SHOWN).map((region) => (
            <li key={JSON.stringify(region)}>
              <StatusTag tone="warning">{t('decision.gap')}</StatusTag>{' '}
              {region.length === 0 ? t('decision.noRules') : t('decision.gapSays', { when: says(region) })}{' '}
              <Button tone="quiet" size="small" icon="plus" onClick={() => onChange(ruleFor(region, table))}>
                {t('decision.addFor')}
              </Button>
            </li>
          ))}
          <More count={gaps.length} />
          {overlaps.slice(0, MAX_SHOWN).map(({ rules: [one, other], region }) => (
            <li key={`${one} ${other}`}>
              <StatusTag tone={table.hitPolicy === 'UNIQUE' ? 'danger' : 'warning'}>{t('decision.overlap')}</StatusTag>{' '}
              {t('decision.overlapSays', { one: `${one}`, other: `${other}`, when: says(region) })}
            </li>
          ))}
          <More count={overlaps.length} />
          {unreachable.slice(0, MAX_SHOWN).map((rule) => (
            <li key={rule}>
              <StatusTag tone="warning">{t('decision.unreachable')}</StatusTag>{' '}
              {t('decision.unreachableSays', { rule: `${rule}` })}
            </li>
          ))}
          <More count={unreachable.length} />
        </ul>
        {unread.length > 0 && <p className="decision-findings__note">{t.plural('decision.unread', unread.length)}</p>}
        {!isComplete && <p className="decision-findings__note">{t('decision.tooLarge')}</p>}
      </div>
    </section>
  );
};
