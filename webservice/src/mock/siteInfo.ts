import type { Json } from '../schema/node.ts';
import type { MockSite } from './site.ts';
import { mockUser } from './site.ts';

export const siteInfoName = 'core_webservice_get_site_info';

/** What clients ask first, and need to go on (`get_site_info` in webservice/externallib.php). */
export async function siteInfo({ functions, wwwroot }: MockSite): Promise<Json> {
  const names = new Set([...(await functions.names()), siteInfoName]);
  return {
    sitename: 'Mock site',
    username: mockUser,
    firstname: 'Admin',
    lastname: 'User',
    fullname: 'Admin User',
    lang: 'en',
    userid: 2,
    siteurl: wwwroot,
    userpictureurl: `${wwwroot}/theme/image.php/boost/core/1/u/f1`,
    functions: [...names].sort().map((name) => ({ name, version: '' })),
    downloadfiles: 0,
    uploadfiles: 0,
    release: 'mock',
    version: '',
    mobilecssurl: '',
    advancedfeatures: [],
    usercanmanageownfiles: true,
    userquota: 0,
    usermaxuploadfilesize: 0,
    userhomepage: 1,
    siteid: 1,
    sitecalendartype: 'gregorian',
    usercalendartype: 'gregorian',
    userissiteadmin: true,
    theme: 'boost',
    limitconcurrentlogins: 0,
  };
}
