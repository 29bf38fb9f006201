import { describe, expect, it } from 'vitest';
import { readSiteInfo, SiteInfos } from './siteInfo.ts';
import { memento, site } from './sites.testkit.ts';

const answer = {
  sitename: 'School',
  username: 'teacher1',
  fullname: 'Terri Teacher',
  release: '4.4 (Build: 20240422)',
  functions: [{ name: 'core_course_get_contents', version: '1' }, { name: 7 }, null],
};
const info = {
  siteName: 'School',
  release: '4.4 (Build: 20240422)',
  userName: 'teacher1',
  fullName: 'Terri Teacher',
  functions: ['core_course_get_contents'],
};

describe('site info', () => {
  it('tells who, where and what may be called', () => {
    expect(readSiteInfo(answer)).toEqual(info);
  });

  it.each([null, [], 'x', {}, { username: 'x' }, { functions: [] }])('%j is none', (value) => {
    expect(readSiteInfo(value)).toBeNull();
  });

  it('is kept per site and user until it is forgotten', async () => {
    const machine = memento();
    const school = site('https://a.example');
    const [admin, other] = [school.users[0]!, { id: '2', name: 'other' }];
    await new SiteInfos(machine).set(school, admin, info);
    const infos = new SiteInfos(machine);
    expect([infos.get(school, admin), infos.get(school, other)]).toEqual([info, undefined]);
    await infos.set(school, other, info);
    await infos.forget(school, admin);
    expect([infos.get(school, admin), infos.get(school, other)]).toEqual([undefined, info]);
    await machine.update('moodleWs.siteInfo', { [`${school.wwwroot}#1`]: { functions: [1] } });
    expect(infos.get(school, admin)).toBeUndefined();
  });
});
