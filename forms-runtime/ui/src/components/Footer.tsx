import type { ReactNode } from 'react';
import { AppLink } from './AppLink.tsx';
import { Brand, type BrandProps } from './Brand.tsx';

export interface FooterProps {
  readonly brand: BrandProps;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly children?: ReactNode;
}

/** The bottom of every page: who is behind it, and the links that must always be there. */
export const Footer = ({ brand, links, children }: FooterProps) => (
  <footer className="iris-footer">
    <div className="iris-footer__bar">
      <Brand {...brand} />
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <AppLink href={href}>{label}</AppLink>
          </li>
        ))}
      </ul>
      {children}
    </div>
  </footer>
);
