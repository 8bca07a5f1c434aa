import { createBrowserRouter, type RouteObject } from 'react-router';
import { followLeaving } from '../lib/leaving';
import { modules } from './modules';
import { ErrorPage } from './ErrorPage';
import { NotFoundPage } from './NotFoundPage';
import { PublicFrame } from './PublicFrame';
import { Root } from './Root';
import { RequireRight } from './RequireRight';
import { SignedIn } from './SignedIn';

/** The whole address book: sign-in alone, everything else in the frame. */
export function appRoutes(): RouteObject[] {
  return [
    {
      element: <Root />,
      errorElement: <ErrorPage whole />,
      hydrateFallbackElement: <></>,
      children: [
        { path: '/set-up/:token', lazy: async () => ({ Component: (await import('./SetUpPage')).SetUpPage }) },
        { path: '/sign-in', lazy: async () => ({ Component: (await import('./SignInPage')).SignInPage }) },
        { path: '/accessibility', lazy: async () => ({ Component: (await import('./AccessibilityPage')).AccessibilityPage }) },
        { element: <PublicFrame />, errorElement: <ErrorPage whole />, children: modules.flatMap((module) => module.publicRoutes ?? []) },
        {
          element: <SignedIn />,
          children: [
            {
              errorElement: <ErrorPage />,
              children: [
                ...modules.map((module) => ({ path: module.path, element: <RequireRight right={module.right} />, children: module.routes })),
                { path: '/account/password', lazy: async () => ({ Component: (await import('./PasswordPage')).PasswordPage }) },
                { path: '*', element: <NotFoundPage /> },
              ],
            },
          ],
        },
      ],
    },
  ];
}

export function createAppRouter() {
  const router = createBrowserRouter(appRoutes());
  followLeaving(router);
  return router;
}
