import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { queryClient, trpc } from './api/trpc.ts';
import { boardSearchSchema } from './board/board-search.ts';
import { sessionQuery } from './session/session.ts';
import { PageLoading } from './shell/page-loading.tsx';
import { NotFoundPage, ProblemPage } from './shell/problem-page.tsx';

const rootRoute = createRootRoute({ errorComponent: ProblemPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({
    next: z.string().startsWith('/admin').optional().catch(undefined),
    /** What the provider of identities could not do. */
    error: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./session/sign-in-page.tsx'), 'SignInPage'),
});

const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-password',
  component: lazyRouteComponent(() => import('./account/set-password-page.tsx'), 'SetPasswordPage'),
});

/** Everything behind the sign-in. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.publicHref } });
  },
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
  errorComponent: ProblemPage,
});

const boardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  validateSearch: boardSearchSchema,
  component: lazyRouteComponent(() => import('./board/board-page.tsx'), 'BoardPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports/$reportId',
  loader: ({ params }) => queryClient.ensureQueryData(trpc.reports.get.queryOptions({ id: params.reportId })),
  component: lazyRouteComponent(() => import('./editor/report-page.tsx'), 'ReportPage'),
});

const submitRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports/$reportId/submit',
  component: lazyRouteComponent(() => import('./submit/submit-page.tsx'), 'SubmitPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    setPasswordRoute,
    signedInRoute.addChildren([boardRoute, accountRoute, reportRoute, submitRoute]),
  ]),
  basepath: '/admin',
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: ProblemPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
