import type { AppLinkProps } from '@irisflow/ui';
import { Link } from 'wouter';

/** Addresses that another application answers: files of the platform, the portal, the designer, mail and telephone. */
const isElsewhere = (href: string): boolean => /^(?:[a-z]+:|\/api\/|\/designer\/|\/(?:fr|nl|en)$)/.test(href);

/** A link that stays at the desk, unless it leads elsewhere. */
export const RouterLink = ({ href, children, ...rest }: AppLinkProps) =>
  isElsewhere(href) ? (
    <a href={href} {...rest}>
      {children}
    </a>
  ) : (
    <Link href={href} {...rest}>
      {children}
    </Link>
  );
