import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { JsonFilePage } from '../workspace/JsonFilePage.tsx';
import { controlId } from '../workspace/problem-places.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { useFocusedProblem, useProblemAt } from '../workspace/use-problem-places.ts';
import { CodeExchange } from './CodeExchange.tsx';
import type { CodeListFile, CodeOfFile } from './code-list-file.ts';
import { CodeTable } from './CodeTable.tsx';
import './codes.css';

const withoutParent = (code: CodeOfFile): CodeOfFile => {
  const { parent: _gone, ...alone } = code;
  return alone;
};

/** Choices that fields of forms share: their codes, their words in each language, their days. */
export const CodeListEditor = ({ path, focus }: EditorProps) => {
  const t = useTexts();
  const problemAt = useProblemAt(path);
  const lists = useNameChoices('codes').filter(({ value }) => value !== shortName(path));
  useFocusedProblem(focus);
  return (
    <JsonFilePage<CodeListFile>
      path={path}
      eyebrow={t('rail.codes')}
      title={(list) => list.name?.[t.locale] || shortName(path)}
      lead={t('codes.lead')}
    >
      {(list, changeFile) => {
        const codes = Array.isArray(list.codes) ? list.codes : [];
        const change = (next: Partial<CodeListFile>): void => changeFile({ ...list, ...next });
        return (
          <div className="iris-stack">
            <LocalizedField label={t('codes.name')} value={list.name} onChange={(name) => change({ name })} />
            {(lists.length > 0 || list.parents !== undefined) && (
              <NameSelect
                id={controlId('/parents')}
                label={t('codes.parents')}
                hint={t('codes.parentsHint')}
                optional
                choices={lists}
                value={list.parents}
                error={problemAt('/parents')}
                onChange={(parents) =>
                  change(parents === undefined ? { parents, codes: codes.map(withoutParent) } : { parents })
                }
              />
            )}
            <CodeTable
              list={list}
              codes={codes}
              focused={focus?.pointer ?? null}
              problemAt={problemAt}
              onChange={(next) => change({ codes: next })}
            />
            <CodeExchange list={list} codes={codes} onChange={(next) => change({ codes: next })} />
          </div>
        );
      }}
    </JsonFilePage>
  );
};
