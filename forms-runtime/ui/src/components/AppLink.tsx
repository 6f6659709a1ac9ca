import { createContext, createElement, use, type ComponentType, type ReactNode } from 'react';

/** What a link needs; a router's link component usually accepts exactly this. */
export interface AppLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly 'aria-current'?: 'page' | 'step' | 'true';
  readonly children: ReactNode;
}

const PlainLink = ({ children, ...props }: AppLinkProps) => <a {...props}>{children}</a>;

const LinkContext = createContext<ComponentType<AppLinkProps>>(PlainLink);

export interface LinkProviderProps {
  readonly component: ComponentType<AppLinkProps>;
  readonly children: ReactNode;
}

/** Lets every link below it go through the application's router. */
export const LinkProvider = ({ component, children }: LinkProviderProps) => (
  <LinkContext value={component}>{children}</LinkContext>
);

/** A link within the application. */
export const AppLink = (props: AppLinkProps) => createElement(use(LinkContext), props);
