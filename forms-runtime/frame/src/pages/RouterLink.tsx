import type { AppLinkProps } from '@irisflow/ui';
import { Link } from 'wouter';

/** Addresses that something else answers: the files of the platform, another application, mail and telephone. */
const isElsewhere = (href: string): boolean =>
  /^(?:[a-z]+:|\/(?:api|designer)\/|\/desk\/?$|\/(?:fr|nl|en)$)/.test(href);

/** A link that stays inside the application, unless it leads elsewhere. */
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
