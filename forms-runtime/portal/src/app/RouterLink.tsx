import type { AppLinkProps } from '@irisflow/ui';
import { Link } from 'wouter';

/** Addresses that another application answers: files of the platform, the agents' desk, mail and telephone. */
const isElsewhere = (href: string): boolean => /^(?:[a-z]+:|\/api\/|\/desk\/?$)/.test(href);

/** A link that stays inside the portal, unless it leads elsewhere. */
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
