import { Navigate, Outlet, type RouteObject } from 'react-router'
import { chartRoutes } from '../features/chart/routes.ts'
import { DashboardScreen } from '../features/dashboard/DashboardScreen.tsx'
import { directoryRoutes } from '../features/directory/routes.ts'
import { employeeRoutes } from '../features/employees/routes.ts'
import { importRoutes } from '../features/imports/routes.ts'
import { ChoosePasswordScreen } from '../features/login/ChoosePasswordScreen.tsx'
import { ForgotPasswordScreen } from '../features/login/ForgotPasswordScreen.tsx'
import { LoginScreen } from '../features/login/LoginScreen.tsx'
import { LogoutScreen } from '../features/logout/LogoutScreen.tsx'
import { organisationRoutes } from '../features/organisation/routes.ts'
import { RecoveryScreen } from '../features/recovery/RecoveryScreen.tsx'
import { SetUpScreen } from '../features/setup/SetUpScreen.tsx'
import { teamRoutes } from '../features/team/routes.ts'
import { pathOf, paths } from '../frame/paths.ts'
import { FailureScreen } from './FailureScreen.tsx'
import { AdministratorsOnly, ManagersOnly, SignedInOnly } from './gates.tsx'
import { OwnProfileScreen, OwnSessionScreen } from './own-screens.tsx'
import { Shell } from './Shell.tsx'
import { Shortcuts } from './Shortcuts.tsx'

/**
 * Every screen of the application. Those of administrators are loaded when they are first asked for, so that the first
 * paint does not wait for them: by functions, since the router empties a `lazy` object, and every session has a router
 * of its own over these same routes.
 */
export const routes: RouteObject[] = [
  {
    element: (
      <>
        <Shortcuts />
        <Outlet />
      </>
    ),
    errorElement: <FailureScreen />,
    // While a screen that a window begins with is loaded: a moment, best spent in silence.
    hydrateFallbackElement: <></>,
    children: [
      { path: paths.setUp, element: <SetUpScreen /> },
      { path: paths.recovery, element: <RecoveryScreen /> },
      { path: paths.login, element: <LoginScreen /> },
      { path: paths.forgotPassword, element: <ForgotPasswordScreen /> },
      { path: paths.loggedOut, element: <LogoutScreen /> },
      {
        element: <SignedInOnly />,
        children: [
          { path: paths.choosePassword, element: <ChoosePasswordScreen /> },
          {
            element: <Shell />,
            children: [
              {
                // A screen that breaks leaves the frame, and with it the ways out, standing.
                errorElement: <FailureScreen />,
                children: [
                  { path: paths.dashboard, element: <DashboardScreen /> },
                  ...chartRoutes,
                  { path: pathOf('my-session'), element: <OwnSessionScreen /> },
                  { path: pathOf('profile'), element: <OwnProfileScreen /> },
                  ...directoryRoutes,
                  { element: <ManagersOnly />, children: teamRoutes },
                  {
                    element: <AdministratorsOnly />,
                    children: [
                      ...employeeRoutes,
                      ...importRoutes,
                      ...organisationRoutes,
                      {
                        path: pathOf('custom-fields'),
                        lazy: async () => ({
                          Component: (await import('../features/custom-fields/CustomFieldsScreen.tsx'))
                            .CustomFieldsScreen,
                        }),
                      },
                      {
                        path: pathOf('sessions'),
                        lazy: async () => ({
                          Component: (await import('../features/sessions/SessionsScreen.tsx')).SessionsScreen,
                        }),
                      },
                      {
                        path: pathOf('audit-log'),
                        lazy: async () => ({
                          Component: (await import('../features/audit/AuditLogScreen.tsx')).AuditLogScreen,
                        }),
                      },
                      {
                        path: pathOf('settings'),
                        lazy: async () => ({
                          Component: (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen,
                        }),
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      { path: '*', element: <Navigate to={paths.dashboard} replace /> },
    ],
  },
]
