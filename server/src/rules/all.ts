import { accessCapabilityMissing } from './access-capability-missing/index.ts';
import { ajaxUnused } from './ajax-unused/index.ts';
import { bareExternalApi } from './bare-external-api/index.ts';
import { capabilityDeclaredNotChecked } from './capability-declared-not-checked/index.ts';
import { capabilityLiteralUnknown } from './capability-literal-unknown/index.ts';
import { capabilityMissing } from './capability-missing/index.ts';
import { capabilityUsedNotDeclared } from './capability-used-not-declared/index.ts';
import { classAutoloadPath } from './class-autoload-path/index.ts';
import { classCaseMismatch } from './class-case-mismatch/index.ts';
import { classNotExternalApi } from './class-not-external-api/index.ts';
import { classOrphan } from './class-orphan/index.ts';
import { clientExceptionClass } from './client-exception-class/index.ts';
import { clientParamFormat } from './client-param-format/index.ts';
import { clientWsfunctionArgs } from './client-wsfunction-args/index.ts';
import { clientWsfunctionUnknown } from './client-wsfunction-unknown/index.ts';
import { compactUndefined } from './compact-undefined/index.ts';
import { configInvalid } from './config-invalid/index.ts';
import { coreExternalBefore42 } from './core-external-before-42/index.ts';
import { defaultInvalidForType } from './default-invalid-for-type/index.ts';
import { defaultMissing } from './default-missing/index.ts';
import { defaultMissingKeys } from './default-missing-keys/index.ts';
import { defaultNullNotAllowed } from './default-null-not-allowed/index.ts';
import { defaultNullOnStructure } from './default-null-on-structure/index.ts';
import { dependencyMissing } from './dependency-missing/index.ts';
import { deprecatedExternalFunction } from './deprecated-external-function/index.ts';
import { deprecatedGetContextInstance } from './deprecated-get-context-instance/index.ts';
import { externalClassesMixed } from './external-classes-mixed/index.ts';
import { externallibRequireObsolete } from './externallib-require-obsolete/index.ts';
import { formatFieldMissing } from './format-field-missing/index.ts';
import { formatFieldPlainInt } from './format-field-plain-int/index.ts';
import { formatTextInInput } from './format-text-in-input/index.ts';
import { functionRemovedReferenced } from './function-removed-referenced/index.ts';
import { functionRenamed } from './function-renamed/index.ts';
import { jsArgLiteralType } from './js-arg-literal-type/index.ts';
import { jsArgsMissingRequired } from './js-args-missing-required/index.ts';
import { jsArgsUnknown } from './js-args-unknown/index.ts';
import { jsFilterContentUpdated } from './js-filter-content-updated/index.ts';
import { jsLoginCallOfNologin } from './js-login-call-of-nologin/index.ts';
import { jsMethodNotAjax } from './js-method-not-ajax/index.ts';
import { jsMethodUnknown } from './js-method-unknown/index.ts';
import { jsMissingCatch } from './js-missing-catch/index.ts';
import { jsNoArgs } from './js-no-args/index.ts';
import { jsNologinCall } from './js-nologin-call/index.ts';
import { jsNotInRepository } from './js-not-in-repository/index.ts';
import { jsResultNotIndexed } from './js-result-not-indexed/index.ts';
import { langStringMissing } from './lang-string-missing/index.ts';
import { methodMissing } from './method-missing/index.ts';
import { methodNotPublic } from './method-not-public/index.ts';
import { methodNotStatic } from './method-not-static/index.ts';
import { methodOrder } from './method-order/index.ts';
import { methodParametersMissing } from './method-parameters-missing/index.ts';
import { methodReturnsMissing } from './method-returns-missing/index.ts';
import { mobileWsNotInService } from './mobile-ws-not-in-service/index.ts';
import { mobileWsUnknown } from './mobile-ws-unknown/index.ts';
import { moduleConditionalStatus } from './module-conditional-status/index.ts';
import { multipleContentArray } from './multiple-content-array/index.ts';
import { namingClassDiffers } from './naming-class-differs/index.ts';
import { namingVerb } from './naming-verb/index.ts';
import { namingVerbDiscouraged } from './naming-verb-discouraged/index.ts';
import { newFileWithoutUpgrade } from './new-file-without-upgrade/index.ts';
import { noContextNoCapability } from './no-context-no-capability/index.ts';
import { orderParamsContextCapability } from './order-params-context-capability/index.ts';
import { outputInExternal } from './output-in-external/index.ts';
import { pageSetContext } from './page-set-context/index.ts';
import { paramRawInput } from './param-raw-input/index.ts';
import { paramTypeDeprecated } from './param-type-deprecated/index.ts';
import { paramTypeNotParam } from './param-type-not-param/index.ts';
import { paramTypeUnknown } from './param-type-unknown/index.ts';
import { parametersWrongClass } from './parameters-wrong-class/index.ts';
import { paramsContextid } from './params-contextid/index.ts';
import { paramsOptionalTopLevel } from './params-optional-top-level/index.ts';
import { paramsRequiredAfterDefault } from './params-required-after-default/index.ts';
import { phpCallUnknown } from './php-call-unknown/index.ts';
import { rawArgumentAfterValidation } from './raw-argument-after-validation/index.ts';
import { rendererTheme } from './renderer-theme/index.ts';
import { requireLoginInExternal } from './require-login-in-external/index.ts';
import { returnExtraKey } from './return-extra-key/index.ts';
import { returnHtmlAsParamText } from './return-html-as-param-text/index.ts';
import { returnKeyedArrayForMultiple } from './return-keyed-array-for-multiple/index.ts';
import { returnLiteralType } from './return-literal-type/index.ts';
import { returnMissingKey } from './return-missing-key/index.ts';
import { returnNothing } from './return-nothing/index.ts';
import { returnNullNotAllowed } from './return-null-not-allowed/index.ts';
import { returnObjectList } from './return-object-list/index.ts';
import { returnScalarArray } from './return-scalar-array/index.ts';
import { returnStructureScalar } from './return-structure-scalar/index.ts';
import { returnUnformattedText } from './return-unformatted-text/index.ts';
import { returnsDefaultOnStructure } from './returns-default-on-structure/index.ts';
import { returnsNullButValue } from './returns-null-but-value/index.ts';
import { schemaUsesDbOrUser } from './schema-uses-db-or-user/index.ts';
import { selfMethodUndefined } from './self-method-undefined/index.ts';
import { serviceDownloadfiles } from './service-downloadfiles/index.ts';
import { serviceEnabledChange } from './service-enabled-change/index.ts';
import { serviceFunctionUnknown } from './service-function-unknown/index.ts';
import { serviceFunctionsMissing } from './service-functions-missing/index.ts';
import { serviceNameDuplicate } from './service-name-duplicate/index.ts';
import { serviceNameTooLong } from './service-name-too-long/index.ts';
import { serviceOpenWrite } from './service-open-write/index.ts';
import { serviceRequiredcapabilityUnknown } from './service-requiredcapability-unknown/index.ts';
import { serviceRestrictedusersDefault } from './service-restrictedusers-default/index.ts';
import { serviceShortnameChars } from './service-shortname-chars/index.ts';
import { serviceShortnameDuplicate } from './service-shortname-duplicate/index.ts';
import { serviceShortnameEmptyString } from './service-shortname-empty-string/index.ts';
import { serviceShortnameMissing } from './service-shortname-missing/index.ts';
import { serviceUnknownKey } from './service-unknown-key/index.ts';
import { serviceUploadfiles } from './service-uploadfiles/index.ts';
import { servicesAjaxNotBool } from './services-ajax-not-bool/index.ts';
import { servicesCapabilitiesNotString } from './services-capabilities-not-string/index.ts';
import { servicesCapabilitiesTooLong } from './services-capabilities-too-long/index.ts';
import { servicesCapabilityUnknown } from './services-capability-unknown/index.ts';
import { servicesClassNotFound } from './services-class-not-found/index.ts';
import { servicesClassnameLeadingBackslash } from './services-classname-leading-backslash/index.ts';
import { servicesClassnameMissing } from './services-classname-missing/index.ts';
import { servicesClassnameTooLong } from './services-classname-too-long/index.ts';
import { servicesClasspathFileMissing } from './services-classpath-file-missing/index.ts';
import { servicesClasspathMissing } from './services-classpath-missing/index.ts';
import { servicesClasspathObsolete } from './services-classpath-obsolete/index.ts';
import { servicesDeprecatedMismatch } from './services-deprecated-mismatch/index.ts';
import { servicesDescriptionMissing } from './services-description-missing/index.ts';
import { servicesDuplicateName } from './services-duplicate-name/index.ts';
import { servicesIsAllowedFromAjax } from './services-is-allowed-from-ajax/index.ts';
import { servicesMethodnameMissingLegacy } from './services-methodname-missing-legacy/index.ts';
import { servicesMethodnameRedundant } from './services-methodname-redundant/index.ts';
import { servicesMobileLiteral } from './services-mobile-literal/index.ts';
import { servicesNameChars } from './services-name-chars/index.ts';
import { servicesNamePrefix } from './services-name-prefix/index.ts';
import { servicesNameTooLong } from './services-name-too-long/index.ts';
import { servicesNologinPublicData } from './services-nologin-public-data/index.ts';
import { servicesNologinWithoutAjax } from './services-nologin-without-ajax/index.ts';
import { servicesNologinWrite } from './services-nologin-write/index.ts';
import { servicesReadonlysessionWrite } from './services-readonlysession-write/index.ts';
import { servicesServicesDuplicate } from './services-services-duplicate/index.ts';
import { servicesServicesNotArray } from './services-services-not-array/index.ts';
import { servicesServicesUnknown } from './services-services-unknown/index.ts';
import { servicesSyntax } from './services-syntax/index.ts';
import { servicesTypeInvalid } from './services-type-invalid/index.ts';
import { servicesTypeMissing } from './services-type-missing/index.ts';
import { servicesTypeNameDisagree } from './services-type-name-disagree/index.ts';
import { servicesTypeReadWrites } from './services-type-read-writes/index.ts';
import { servicesUnknownKey } from './services-unknown-key/index.ts';
import { signatureDefaultDiffers } from './signature-default-differs/index.ts';
import { signatureDefaultOnRequired } from './signature-default-on-required/index.ts';
import { signatureExtraOptional } from './signature-extra-optional/index.ts';
import { signatureName } from './signature-name/index.ts';
import { signatureNoDefault } from './signature-no-default/index.ts';
import { signatureNullDefaultTyped } from './signature-null-default-typed/index.ts';
import { signatureNullTyped } from './signature-null-typed/index.ts';
import { signatureOrder } from './signature-order/index.ts';
import { signatureReturnType } from './signature-return-type/index.ts';
import { signatureTooFew } from './signature-too-few/index.ts';
import { signatureTooManyRequired } from './signature-too-many-required/index.ts';
import { signatureType } from './signature-type/index.ts';
import { singleKeysNotArray } from './single-keys-not-array/index.ts';
import { structureAllownullVersion } from './structure-allownull-version/index.ts';
import { structureDuplicateKey } from './structure-duplicate-key/index.ts';
import { structureIntegerKey } from './structure-integer-key/index.ts';
import { suppressionUnused } from './suppression-unused/index.ts';
import { testArity } from './test-arity/index.ts';
import { testMissing } from './test-missing/index.ts';
import { testMissingCleanReturnvalue } from './test-missing-clean-returnvalue/index.ts';
import { testOldBase } from './test-old-base/index.ts';
import { transactionMissing } from './transaction-missing/index.ts';
import { transactionNotCommitted } from './transaction-not-committed/index.ts';
import { validateContextMissing } from './validate-context-missing/index.ts';
import { validateContextOutsideLoop } from './validate-context-outside-loop/index.ts';
import { validateParametersCrossedKey } from './validate-parameters-crossed-key/index.ts';
import { validateParametersDiscarded } from './validate-parameters-discarded/index.ts';
import { validateParametersExtraKey } from './validate-parameters-extra-key/index.ts';
import { validateParametersMissing } from './validate-parameters-missing/index.ts';
import { validateParametersMissingDefaultKey } from './validate-parameters-missing-default-key/index.ts';
import { validateParametersMissingKey } from './validate-parameters-missing-key/index.ts';
import { validateParametersMissingNoparams } from './validate-parameters-missing-noparams/index.ts';
import { validateParametersNotArray } from './validate-parameters-not-array/index.ts';
import { validateParametersWrongSchema } from './validate-parameters-wrong-schema/index.ts';
import { valueAllownullInvalid } from './value-allownull-invalid/index.ts';
import { valueArgsOrder } from './value-args-order/index.ts';
import { valueDefaultOnOptional } from './value-default-on-optional/index.ts';
import { valueDefaultOnRequired } from './value-default-on-required/index.ts';
import { valueDescEmpty } from './value-desc-empty/index.ts';
import { valueRequiredInvalid } from './value-required-invalid/index.ts';
import { versionDecreased } from './version-decreased/index.ts';
import { versionFormat } from './version-format/index.ts';
import { versionNotBumped } from './version-not-bumped/index.ts';
import { viewWrapper } from './view-wrapper/index.ts';
import type { Rule } from './rule.ts';

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
  servicesClassnameMissing,
  classAutoloadPath,
  classCaseMismatch,
  servicesMethodnameMissingLegacy,
  servicesMethodnameRedundant,
  methodNotStatic,
  methodNotPublic,
  parametersWrongClass,
  servicesClasspathFileMissing,
  servicesClasspathObsolete,
  servicesClasspathMissing,
  servicesClassnameLeadingBackslash,
  servicesTypeMissing,
  servicesTypeReadWrites,
  servicesTypeNameDisagree,
  servicesDescriptionMissing,
  servicesNamePrefix,
  servicesNameChars,
  servicesNameTooLong,
  servicesClassnameTooLong,
  servicesCapabilitiesTooLong,
  servicesCapabilitiesNotString,
  servicesCapabilityUnknown,
  servicesDuplicateName,
  servicesServicesNotArray,
  servicesServicesDuplicate,
  servicesServicesUnknown,
  servicesMobileLiteral,
  servicesNologinWithoutAjax,
  servicesNologinWrite,
  servicesNologinPublicData,
  servicesReadonlysessionWrite,
  servicesIsAllowedFromAjax,
  servicesDeprecatedMismatch,
  namingVerbDiscouraged,
  namingVerb,
  namingClassDiffers,
  serviceFunctionsMissing,
  serviceShortnameMissing,
  serviceShortnameEmptyString,
  serviceShortnameChars,
  serviceShortnameDuplicate,
  serviceNameDuplicate,
  serviceNameTooLong,
  serviceRestrictedusersDefault,
  serviceOpenWrite,
  serviceRequiredcapabilityUnknown,
  serviceDownloadfiles,
  serviceUploadfiles,
  serviceEnabledChange,
  classNotExternalApi,
  paramTypeUnknown,
  paramTypeNotParam,
  paramTypeDeprecated,
  valueArgsOrder,
  valueRequiredInvalid,
  valueAllownullInvalid,
  structureAllownullVersion,
  valueDefaultOnRequired,
  valueDefaultOnOptional,
  defaultInvalidForType,
  defaultNullOnStructure,
  defaultNullNotAllowed,
  defaultMissingKeys,
  defaultMissing,
  paramsOptionalTopLevel,
  paramsRequiredAfterDefault,
  paramsContextid,
  multipleContentArray,
  singleKeysNotArray,
  structureIntegerKey,
  structureDuplicateKey,
  valueDescEmpty,
  paramRawInput,
  formatFieldMissing,
  formatFieldPlainInt,
  returnsDefaultOnStructure,
  schemaUsesDbOrUser,
  bareExternalApi,
  coreExternalBefore42,
  externalClassesMixed,
  externallibRequireObsolete,
  deprecatedExternalFunction,
  jsArgsUnknown,
  jsArgsMissingRequired,
  jsNoArgs,
  jsArgLiteralType,
  jsNologinCall,
  jsLoginCallOfNologin,
  jsResultNotIndexed,
  jsFilterContentUpdated,
  jsMissingCatch,
  jsNotInRepository,
  ajaxUnused,
  phpCallUnknown,
  testArity,
  testMissingCleanReturnvalue,
  testOldBase,
  mobileWsUnknown,
  mobileWsNotInService,
  clientWsfunctionUnknown,
  clientWsfunctionArgs,
  clientExceptionClass,
  clientParamFormat,
  versionNotBumped,
  versionDecreased,
  versionFormat,
  newFileWithoutUpgrade,
  functionRemovedReferenced,
  functionRenamed,
  classOrphan,
  testMissing,
  accessCapabilityMissing,
  langStringMissing,
  dependencyMissing,
  validateParametersMissing,
  validateParametersMissingNoparams,
  validateParametersWrongSchema,
  selfMethodUndefined,
  validateParametersExtraKey,
  validateParametersMissingKey,
  validateParametersMissingDefaultKey,
  validateParametersCrossedKey,
  validateParametersNotArray,
  compactUndefined,
  validateParametersDiscarded,
  rawArgumentAfterValidation,
  validateContextMissing,
  noContextNoCapability,
  orderParamsContextCapability,
  validateContextOutsideLoop,
  methodOrder,
  signatureTooManyRequired,
  signatureTooFew,
  signatureOrder,
  signatureName,
  signatureType,
  signatureNullTyped,
  signatureNullDefaultTyped,
  signatureNoDefault,
  signatureDefaultOnRequired,
  signatureDefaultDiffers,
  signatureExtraOptional,
  signatureReturnType,
  requireLoginInExternal,
  pageSetContext,
  outputInExternal,
  deprecatedGetContextInstance,
  transactionMissing,
  transactionNotCommitted,
  rendererTheme,
  viewWrapper,
  moduleConditionalStatus,
  capabilityMissing,
  capabilityDeclaredNotChecked,
  capabilityUsedNotDeclared,
  capabilityLiteralUnknown,
  returnMissingKey,
  returnExtraKey,
  returnStructureScalar,
  returnScalarArray,
  returnLiteralType,
  returnNullNotAllowed,
  returnNothing,
  returnsNullButValue,
  returnKeyedArrayForMultiple,
  returnObjectList,
  returnHtmlAsParamText,
  returnUnformattedText,
  formatTextInInput,
];
