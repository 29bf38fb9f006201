/** A few facts about functions of Moodle, in the form of catalogue/moodle.jsonl. */
export const facts = `[["3.9",2020061500]]
["core_files_old",{"from":"3.9","component":"moodle","type":"write","parameters":"00000001"},{"gone":"5.0"}]
["core_user_find",{"from":"3.9","component":"moodle","type":"read","ajax":true,"services":"moodle_mobile_app","parameters":"00000002","returns":"00000003"},{"from":"4.4","parameters":"00000004"}]
["mod_quiz_start",{"from":"4.2","component":"mod_quiz","type":"write","loginrequired":false,"deprecated":true,"parameters":"00000001","returns":null}]

["00000001",{}]
["00000002",{"text":{"$":"text","default":"a"},"options?":[{"name":"alpha!","old":"int"}]}]
["00000003",["#00000005"]]
["00000004",{"text":{"$":"text","default":"a"},"options?":[{"name":"alpha!","value":{"$":"raw","required":"A text"}}],"limit":{"$":"int","default":null}}]
["00000005",{"id":"int"}]
`;
