import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient, TRPCProvider, trpcClient } from './api/trpc.ts';
import { PreferencesProvider } from './preferences/preferences.tsx';
import { router } from './router.tsx';
import { mantineTheme } from './theme/mantine-theme.ts';

/** The application with everything that its screens stand on. */
export function App() {
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
      <PreferencesProvider>
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
            <Notifications position="bottom-center" />
            <RouterProvider router={router} />
          </TRPCProvider>
        </QueryClientProvider>
      </PreferencesProvider>
    </MantineProvider>
  );
}
