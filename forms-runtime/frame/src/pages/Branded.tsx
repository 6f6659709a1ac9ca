import type { Look } from '@irisflow/client';
import type { CSSProperties, ReactNode } from 'react';
import { useLocalized } from '../languages/use-localized.ts';

/** Pixels; within them a logo keeps its proportions. */
const MOST = { width: 176, height: 44 };

const sizeOf = ({ width, height }: NonNullable<Look['logo']>) => {
  const scale = Math.min(MOST.width / width, MOST.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

/** Set one by one as properties of the element, which the policy of the page permits; a style in the page's text it would not. */
const colorsOf = ({ accent }: Look): CSSProperties | undefined =>
  accent === null
    ? undefined
    : ({
        '--color-accent': accent.color,
        '--color-accent-strong': accent.strong,
        '--color-accent-soft': accent.soft,
        '--iris-violet-mist': accent.soft,
      } as CSSProperties);

export interface BrandedProps {
  /** Left out for the look of the platform. */
  readonly look?: Look | undefined;
  readonly children: ReactNode;
}

/** A page about an administration, under its logo and name and in its color. The frame around pages stays the platform's. */
export const Branded = ({ look, children }: BrandedProps) => {
  const read = useLocalized();
  return (
    <div className="iris-branded" style={look && colorsOf(look)}>
      {look !== undefined && (
        <p className="iris-house">
          {/* Its name stands beside it. */}
          {look.logo !== null && <img className="iris-house__logo" src={look.logo.url} alt="" {...sizeOf(look.logo)} />}
          <span className="iris-house__name">{read(look.name)}</span>
        </p>
      )}
      {children}
    </div>
  );
};
