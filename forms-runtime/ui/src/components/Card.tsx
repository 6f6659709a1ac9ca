import type { ReactNode } from 'react';
import { AppLink } from './AppLink.tsx';
import { classNames } from './class-names.ts';

export interface CardProps {
  readonly title: ReactNode;
  /** When given, the whole card leads there, while only the title is the link. */
  readonly href?: string;
  readonly headingLevel?: 2 | 3;
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

/** One thing among others of its kind. */
export const Card = ({ title, href, headingLevel = 3, footer, children }: CardProps) => {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={classNames('iris-card', href !== undefined && 'iris-card--link')}>
      <Heading className="iris-card__title">
        {href === undefined ? title : <AppLink href={href}>{title}</AppLink>}
      </Heading>
      {children}
      {footer && <div className="iris-card__footer">{footer}</div>}
    </article>
  );
};
