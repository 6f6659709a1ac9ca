import type { WatchWish } from '../api/watch.ts';
import { DayInput } from '../app/DayInput.tsx';
import { PlainField } from '../app/PlainField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { measures, type HeatMeasure } from './heat.ts';

export interface WatchFiltersProps {
  readonly wish: WatchWish;
  readonly versions: readonly number[];
  readonly measure: HeatMeasure;
  readonly onWish: (wish: WatchWish) => void;
  readonly onMeasure: (measure: HeatMeasure) => void;
}

/** Of which days, of which version, and what the colors say. */
export const WatchFilters = ({ wish, versions, measure, onWish, onMeasure }: WatchFiltersProps) => {
  const t = useTexts();
  const { version, ...days } = wish;
  return (
    <div className="form-row filters">
      <PlainField label={t('watch.from')}>
        <DayInput
          label={t('watch.from')}
          value={wish.from}
          presence="required"
          onChange={(from) => from !== null && onWish({ ...wish, from })}
        />
      </PlainField>
      <PlainField label={t('watch.to')}>
        <DayInput
          label={t('watch.to')}
          value={wish.to}
          presence="required"
          onChange={(to) => to !== null && onWish({ ...wish, to })}
        />
      </PlainField>
      <PlainField label={t('versions.version')}>
        <select
          className="iris-input"
          value={version ?? ''}
          onChange={({ currentTarget: { value } }) => onWish(value === '' ? days : { ...days, version: Number(value) })}
        >
          <option value="">{t('instance.allVersions')}</option>
          {versions.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </PlainField>
      <PlainField label={t('watch.colors')}>
        <select
          className="iris-input"
          value={measure}
          onChange={({ currentTarget: { value } }) => {
            const found = measures.find((each) => each === value);
            if (found !== undefined) onMeasure(found);
          }}
        >
          {measures.map((each) => (
            <option key={each} value={each}>
              {t(`watch.measure.${each}`)}
            </option>
          ))}
        </select>
      </PlainField>
    </div>
  );
};
