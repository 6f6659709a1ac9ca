import type { ReactNode, Ref } from 'react';

export interface PageHeadingProps {
  readonly title: ReactNode;
  /** A short line above the title: the procedure, the case number. */
  readonly eyebrow?: ReactNode;
  readonly lead?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** The title can take focus after a page change. */
  readonly titleRef?: Ref<HTMLHeadingElement>;
}

/** The title of a page. */
export const PageHeading = ({ title, eyebrow, lead, actions, titleRef }: PageHeadingProps) => (
  <div className="iris-page-heading">
    {eyebrow && <p className="iris-page-heading__eyebrow">{eyebrow}</p>}
    <div className="iris-page-heading__row">
      <h1 ref={titleRef} tabIndex={-1}>
        {title}
      </h1>
      {actions && <div className="iris-row">{actions}</div>}
    </div>
    {lead && <p className="iris-lead">{lead}</p>}
  </div>
);
