import { IrisMark } from './IrisMark.tsx';
import { AppLink } from './AppLink.tsx';

export interface BrandProps {
  readonly href: string;
  /** Name of the application or administration beside the wordmark. */
  readonly product?: string;
}

/** Mark, wordmark and product name, leading home. */
export const Brand = ({ href, product }: BrandProps) => (
  <AppLink href={href} className="iris-brand">
    <IrisMark />
    <span className="iris-brand__name">Irisflow</span>
    {product !== undefined && <span className="iris-brand__product">{product}</span>}
  </AppLink>
);
