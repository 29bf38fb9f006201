import type { Words } from './explanation.ts';

/**
 * Errors of login/token.php, of AJAX and of files, by errorcode. Sources: login/token.php, lib/external/classes/util.php
 * (generate_token_for_current_user), lib/external/classes/external_api.php (call_external_function), and for those about
 * the account webservice/lib.php (authenticate_user).
 */
export const signInErrors: readonly (Words & { errorcode: string })[] = [
  {
    errorcode: 'invalidlogin',
    title: 'The site does not accept this user name and password',
    cause: 'One of them is wrong, or the account only signs in elsewhere (single sign-on, MFA).',
    cure: 'Check both. With single sign-on, create a token under Site administration → Server → Manage tokens and paste it.',
  },
  {
    errorcode: 'servicenotavailable',
    title: 'The service is not available',
    cause:
      "For a token: no enabled service of the site has this short name. For AJAX: the function is not declared with 'ajax' => true.",
    cure: 'Check the short name under Site administration → Server → External services; or add the declaration, which counts at once.',
  },
  {
    errorcode: 'cannotcreatetoken',
    title: 'The user may not create a token',
    cause:
      'The role lacks the capability moodle/webservice:createtoken, or it is an administrator, who gets tokens of the mobile service only.',
    cure: 'Create the token under Site administration → Server → Manage tokens and paste it.',
  },
  {
    errorcode: 'enablewsdescription',
    title: 'Web services are switched off',
    cause: 'The site is not set up to answer web-service calls.',
    cure: 'Site administration → Advanced features: enable web services.',
  },
  {
    errorcode: 'usernotallowed',
    title: 'The user may not use this service',
    cause: 'The service is restricted to authorised users, and this user is not one of them.',
    cure: 'Authorise the user under Site administration → Server → External services.',
  },
  {
    errorcode: 'missingrequiredcapability',
    title: 'The user lacks the capability that the service requires',
    cause: 'The settings of the service name a capability, and no role of the user has it.',
    cure: 'Give the user a role with that capability, or use another user.',
  },
  {
    errorcode: 'servicerequireslogin',
    title: 'The session has ended',
    cause: 'The function needs a user who is logged in, and the session of the call is over or was never there.',
    cure: 'Log in again; a function that needs a login is not called through service-nologin.php.',
  },
  {
    errorcode: 'invalidsesskey',
    title: 'The session key is not valid any more',
    cause: 'The sesskey belongs to an earlier session.',
    cure: 'Load a page of the site again and take its sesskey.',
  },
  {
    errorcode: 'missingparam',
    title: 'The request lacks a variable',
    cause: 'The script wants the variable that is named below: a token, a service, or the sesskey of a session.',
    cure: 'Give it. If it was given, something on the way has changed the request: check that the address is the exact wwwroot.',
  },
  {
    errorcode: 'filenotfound',
    title: 'There is no such file',
    cause: 'Nothing is stored under this address, or the user of the token may not see it.',
    cure: 'Take the address from a fresh answer of a function: addresses change with versions of a file.',
  },
  ...['invalidtimedtoken', 'invalidiptoken'].map((errorcode) => ({
    errorcode,
    title: 'The authorisation of the user does not fit',
    cause: 'The service is restricted for this user: to a time that has passed or to other IP addresses.',
    cure: 'Change the restriction of the authorised user of the service.',
  })),
  ...[
    'restoredaccountresetpassword',
    'passwordisexpired',
    'wsaccessuserexpired',
    'usernotconfirmed',
    'wsaccessuserunconfirmed',
    'wsaccessusersuspended',
    'wsaccessuserdeleted',
    'wsaccessusernologin',
    'noguest',
  ].map((errorcode) => ({
    errorcode,
    title: 'The account cannot use web services',
    cause: 'It is not confirmed, suspended, deleted, restored, the guest account, or its password has expired.',
    cure: 'Put the account in order (sign in to the site with it), or use another user.',
  })),
];
