import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { RightMove, RightState } from './right-file.ts';
import { box, placeStates } from './state-places.ts';

interface StateDrawingProps {
  states: readonly RightState[];
  moves: readonly RightMove[];
}

/** More letters do not fit into a box. */
const MOST = 20;

const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text);

/** The life of a right at a glance; the lists below say the same. */
export const StateDrawing = ({ states, moves }: StateDrawingProps) => {
  const t = useTexts();
  const tip = useId();
  if (states.length === 0) return null;
  const placed = placeStates(states, moves);
  return (
    <figure className="state-drawing">
      <svg
        role="img"
        aria-label={t('right.drawing')}
        viewBox={`0 0 ${placed.width} ${placed.height}`}
        width={placed.width}
        height={placed.height}
      >
        <marker id={tip} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8Z" className="state-drawing__tip" />
        </marker>
        {placed.arrows.map((path) => (
          <path key={path} d={path} className="state-drawing__arrow" markerEnd={`url(#${tip})`} />
        ))}
        {placed.states.map(({ state, x, y }) => (
          <g key={state.key} className={`state-drawing__state state-drawing__state--${state.effect}`}>
            <title>{`${state.label?.[t.locale] || state.key}: ${t(`right.effect.${state.effect}`)}`}</title>
            <rect x={x} y={y} width={box.width} height={box.height} rx="8" />
            <text x={x + box.width / 2} y={y + box.height / 2}>
              {short(state.label?.[t.locale] || state.key)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="iris-muted">{t('right.drawingHint')}</figcaption>
    </figure>
  );
};
