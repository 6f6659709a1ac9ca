import { useId, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

const steps: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowRight: (index, length) => (index + 1) % length,
  ArrowLeft: (index, length) => (index - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/** Panels of which one is in view; arrow keys move between the tabs. */
export const Tabs = ({ label, tabs, selected, onSelect }: TabsProps) => {
  const base = useId();
  const current = tabs.find((tab) => tab.id === selected) ?? tabs[0];
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const target =
      step === undefined
        ? undefined
        : tabs[
            step(
              tabs.findIndex((tab) => tab === current),
              tabs.length,
            )
          ];
    if (target === undefined) return;
    event.preventDefault();
    onSelect(target.id);
    document.getElementById(`${base}-tab-${target.id}`)?.focus();
  };
  return (
    <div>
      <div role="tablist" tabIndex={-1} aria-label={label} className="iris-tabs__list" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            aria-controls={`${base}-panel`}
            aria-selected={tab === current}
            tabIndex={tab === current ? 0 : -1}
            className="iris-tabs__tab"
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-tab-${current?.id}`}
        tabIndex={0}
        className="iris-tabs__panel"
      >
        {current?.content}
      </div>
    </div>
  );
};
