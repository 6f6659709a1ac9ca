import { CheckboxGroup, RadioGroup, type ChoiceOption } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useOwnProcedures } from './use-own-procedures.ts';

/** Which procedures somebody means; `keys` says which while not all are meant. */
export interface ChosenProcedures {
  readonly which: 'all' | 'some';
  readonly keys: readonly string[];
}

/** Keys as the platform takes them, null for all; undefined while none is chosen. */
export const keysOf = ({ which, keys }: ChosenProcedures): readonly string[] | null | undefined => {
  if (which === 'all') return null;
  return keys.length === 0 ? undefined : keys;
};

interface ProcedureChoiceProps {
  readonly options: readonly ChoiceOption[];
  readonly chosen: ChosenProcedures;
  readonly onChange: (chosen: ChosenProcedures) => void;
  readonly asked: boolean;
}

/** All procedures, or some of those that are offered. */
export const ProcedureChoice = ({ options, chosen, onChange, asked }: ProcedureChoiceProps) => {
  const t = useDeskText();
  return (
    <>
      <RadioGroup
        id="which"
        label={t('systems.which')}
        options={[
          { value: 'some', label: t('systems.which.some') },
          { value: 'all', label: t('systems.which.all') },
        ]}
        value={chosen.which}
        onChange={(which) => onChange({ ...chosen, which: which === 'all' ? 'all' : 'some' })}
      />
      {chosen.which === 'some' && (
        <CheckboxGroup
          id="procedures"
          label={t('systems.procedures')}
          options={options}
          value={chosen.keys}
          onChange={(keys) => onChange({ ...chosen, keys })}
          {...(asked && chosen.keys.length === 0 && { error: t('systems.procedures.missing') })}
        />
      )}
    </>
  );
};

/** All procedures of the administration, or some of them. */
export const OwnProcedureChoice = (props: Omit<ProcedureChoiceProps, 'options'>) => (
  <ProcedureChoice options={useOwnProcedures().options} {...props} />
);

/** In words, for lists. */
export const ProcedureNames = ({ keys }: { readonly keys: readonly string[] | null }) => {
  const t = useDeskText();
  const { nameOf } = useOwnProcedures();
  return <>{keys === null ? t('systems.which.all') : keys.map(nameOf).join(', ')}</>;
};
