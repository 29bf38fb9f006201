import { configInvalid } from './config-invalid/index.ts';
import { jsMethodNotAjax } from './js-method-not-ajax/index.ts';
import { jsMethodUnknown } from './js-method-unknown/index.ts';
import { methodMissing } from './method-missing/index.ts';
import { methodParametersMissing } from './method-parameters-missing/index.ts';
import { methodReturnsMissing } from './method-returns-missing/index.ts';
import type { Rule } from './rule.ts';
import { serviceFunctionUnknown } from './service-function-unknown/index.ts';
import { serviceUnknownKey } from './service-unknown-key/index.ts';
import { servicesAjaxNotBool } from './services-ajax-not-bool/index.ts';
import { servicesClassNotFound } from './services-class-not-found/index.ts';
import { servicesSyntax } from './services-syntax/index.ts';
import { servicesTypeInvalid } from './services-type-invalid/index.ts';
import { servicesUnknownKey } from './services-unknown-key/index.ts';
import { suppressionUnused } from './suppression-unused/index.ts';

/** Every rule there is. */
export const allRules: readonly Rule[] = [
  servicesSyntax,
  servicesUnknownKey,
  servicesClassNotFound,
  servicesAjaxNotBool,
  servicesTypeInvalid,
  methodMissing,
  methodParametersMissing,
  methodReturnsMissing,
  serviceFunctionUnknown,
  serviceUnknownKey,
  jsMethodUnknown,
  jsMethodNotAjax,
  suppressionUnused,
  configInvalid,
];
