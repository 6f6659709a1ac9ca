import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export const panelDepths = ['business', 'technical'] as const;
export type PanelDepth = (typeof panelDepths)[number];

const key = 'irisflow:designer-depth';

/** How deep the properties of a step go, as whoever draws chose it last on this machine. */
export const usePanelDepth = (): readonly [PanelDepth, (depth: PanelDepth) => void] => {
  const [depth, setDepth] = useState<PanelDepth>(() =>
    localStorage.getItem(key) === 'technical' ? 'technical' : 'business',
  );
  return [
    depth,
    (next) => {
      localStorage.setItem(key, next);
      setDepth(next);
    },
  ];
};

interface DepthSwitchProps {
  readonly depth: PanelDepth;
  readonly onChange: (depth: PanelDepth) => void;
}

/** Words and lists, or everything that the engine reads. */
export const DepthSwitch = ({ depth, onChange }: DepthSwitchProps) => {
  const t = useTexts();
  return (
    <div className="panel-depth">
      <fieldset className="choice-bar">
        <legend className="iris-visually-hidden">{t('depth.title')}</legend>
        {panelDepths.map((each) => (
          <button
            key={each}
            type="button"
            className="view-button"
            aria-pressed={each === depth}
            onClick={() => onChange(each)}
          >
            {t(`depth.${each}`)}
          </button>
        ))}
      </fieldset>
      {depth === 'business' && <p className="task-panel__note">{t('depth.businessHint')}</p>}
    </div>
  );
};
