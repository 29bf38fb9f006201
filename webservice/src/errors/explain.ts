import type { Failure, MoodleException } from '../wire/outcome.ts';
import { answers } from './answers.ts';
import type { Explainers, Explanation, Words } from './explanation.ts';
import { findMoodleError } from './moodleErrors.ts';
import { network } from './network.ts';
import { refusals } from './refusals.ts';
import { stageOf } from './stage.ts';

type CallFailure = Exclude<Failure, MoodleException>;

const explainers: Explainers<CallFailure> = { ...refusals, ...network, ...answers };

/** Any failure of a call in plain words. Moodle's are told by errorcode, never by their message, which is translated. */
export function explain(failure: Failure): Explanation {
  if (failure.kind === 'exception') {
    const code = failure.errorcode === '' ? className(failure) : failure.errorcode;
    return {
      code,
      ...(findMoodleError(failure) ?? unknownError(failure)),
      stage: stageOf(failure),
      detail: said(failure),
    };
  }
  return { code: failure.kind, ...words(failure), stage: stageOf(failure), detail: detailOf(failure) };
}

function words(failure: CallFailure): Words {
  // A table by kind cannot tell the compiler that the explainer it gives is the one for this very kind.
  return (explainers[failure.kind] as (failure: CallFailure) => Words)(failure);
}

/** Without the namespace that exceptions have had since Moodle 4.5. */
function className({ exceptionClass }: MoodleException): string {
  return exceptionClass.slice(exceptionClass.lastIndexOf('\\') + 1);
}

/** An exception of PHP itself has no errorcode; a code that is not known belongs to the function that was called. */
function unknownError(exception: MoodleException): Words {
  if (exception.format === 'soap' && exception.errorcode === '') return soapFault(exception);
  return exception.errorcode === ''
    ? {
        title: `The code of the site failed with ${className(exception)}`,
        cause: 'PHP stopped the call with an error of its own: a mistake in the server code or an outdated plugin.',
        cure: 'Read the message below and the error log of the web server.',
      }
    : {
        title: `The site answered with the error ${exception.errorcode}`,
        cause: 'The function, or a check before it, refused with this error. What it says stands below.',
        cure: 'Search the source of the component for this errorcode to find the condition behind it.',
      };
}

/** Faults before the function runs have no errorcode (webservice/soap/locallib.php, send_error), nor those of PHP. */
function soapFault({ exceptionClass }: MoodleException): Words {
  return exceptionClass === 'MOODLE:error'
    ? {
        title: 'The site refuses the call before it looks for the function',
        cause:
          'The token, its user or its service are refused, or one function of the service has a description that SOAP cannot express, which ends every call. SOAP gives no errorcode.',
        cure: 'Read the message below; the same call by REST names the error.',
      }
    : {
        title: 'The SOAP server of PHP refuses the call',
        cause:
          'The service of the token does not contain the function, or an argument does not fit its type in the WSDL.',
        cure: 'Read the message below; compare name and arguments with the function.',
      };
}

function said({ message, debuginfo }: MoodleException): string {
  return debuginfo === null || debuginfo === '' || message.includes(debuginfo) ? message : `${message}\n${debuginfo}`;
}

function detailOf(failure: CallFailure): string | null {
  if (failure.kind === 'invalid-json' && failure.around !== null) {
    return [failure.around.before, failure.around.after].filter((text) => text !== '').join('\n…\n') || null;
  }
  if ('excerpt' in failure) return failure.excerpt;
  return 'code' in failure ? failure.code : null;
}
