/** Generated from openapi.json by `npm run types`. Do not edit. */

export interface paths {
    "/api/alarm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alarm
         * @description 特急未签收的件数；锁屏时照样提醒。
         */
        get: operations["alarm_api_alarm_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page
         * @description 谁在什么时候看了、改了什么。默认近 30 天，每页 200 条。
         */
        get: operations["page_api_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export.{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 导出审计记录，最多 5 万条，末行写明谁在何时导出。
         */
        get: operations["export_api_audit_export__form__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 所有边界版本，新的在前。
         */
        get: operations["listed_api_boundaries_get"];
        put?: never;
        /**
         * Create
         * @description 新建草稿。
         */
        post: operations["create_api_boundaries_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Inspect
         * @description 看一个文件里有什么：图层、列、坐标系，以及怎么读的猜测。
         */
        post: operations["inspect_api_boundaries_inspect_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statistics
         * @description 按某一版边界统计一段时间的工单：有坐标的精确归属，没有坐标的按面积分摊，合计不变。
         */
        get: operations["statistics_api_boundaries_statistics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个边界版本。
         */
        get: operations["one_api_boundaries__version__get"];
        put?: never;
        post?: never;
        /**
         * Remove
         * @description 删除草稿。
         */
        delete: operations["remove_api_boundaries__version__delete"];
        options?: never;
        head?: never;
        /**
         * Rename
         * @description 改说明，或改为以现行版本为基础。
         */
        patch: operations["rename_api_boundaries__version__patch"];
        trace?: never;
    };
    "/api/boundaries/{version}/areas.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Areas
         * @description 一个版本某一层的图形（GeoJSON）。
         */
        get: operations["areas_api_boundaries__version__areas_geojson_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/cells/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit
         * @description 手工改草稿中的一个网格：名称、类型、所属警格。
         */
        patch: operations["edit_api_boundaries__version__cells__code__patch"];
        trace?: never;
    };
    "/api/boundaries/{version}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description 检查草稿。
         */
        post: operations["check_api_boundaries__version__check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/crosswalk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare
         * @description 一个版本的各块到了另一个版本里归哪些块、各占多少。
         */
        get: operations["compare_api_boundaries__version__crosswalk_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Faults
         * @description 最近一次检查发现的问题。
         */
        get: operations["faults_api_boundaries__version__faults_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/layers/{level}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring In
         * @description 把文件导入草稿的一层；文件不能用时什么都不改。
         */
        post: operations["bring_in_api_boundaries__version__layers__level__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Left
         * @description 换版时没能移过来的未结工单（只列自己看得到的）。
         */
        get: operations["left_api_boundaries__version__left_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview
         * @description 发布会影响什么：还没有看过（或已过时）时在后台开始看，答 202。
         */
        get: operations["preview_api_boundaries__version__preview_get"];
        put?: never;
        /**
         * Look Again
         * @description 重新预览：工单和人员一直在变。
         */
        post: operations["look_again_api_boundaries__version__preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish
         * @description 发布，马上或定时；发布前再看一遍，不合适就不发布并说明原因。
         */
        post: operations["publish_api_boundaries__version__publish_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Repairs
         * @description 可以安全自动修正的，逐项给人选。
         */
        get: operations["repairs_api_boundaries__version__repairs_get"];
        put?: never;
        /**
         * Repair
         * @description 做选中的修正，然后重新检查。
         */
        post: operations["repair_api_boundaries__version__repairs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll Back
         * @description 回退：以前一套边界生成新草稿，照常检查、预览、发布。version 是现行版本。
         */
        post: operations["roll_back_api_boundaries__version__rollback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boundaries/{version}/unschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unschedule
         * @description 撤回定时发布。
         */
        post: operations["unschedule_api_boundaries__version__unschedule_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls
         * @description 待电话通知：消息和语音都没有回应的承办人员。
         */
        get: operations["calls_api_call_list_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-list/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Called
         * @description 记下电话打过了；没有人接的，过一会儿再提醒。
         */
        post: operations["called_api_call_list__message__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Callbacks
         * @description 向热线的状态上报，按状态列出。
         */
        get: operations["callbacks_api_callbacks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/callbacks/{callback}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay
         * @description 重发一条失败的上报。
         */
        post: operations["replay_api_callbacks__callback__replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls
         * @description 要给诉求人打的电话：约定再联系的，和预回访不满意的。
         */
        get: operations["calls_api_calls_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 本单位（区中心：各单位）的黄牌、红牌，新的在前。
         */
        get: operations["listed_api_cards_get"];
        put?: never;
        /**
         * Give
         * @description 发黄牌或红牌。
         */
        post: operations["give_api_cards_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{card}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description 被发牌的单位说明原因与整改情况。
         */
        post: operations["answer_api_cards__card__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{card}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke
         * @description 撤销一张牌，写明理由。
         */
        post: operations["revoke_api_cards__card__revoke_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 全部分类，以及热线写了、这里不认识的分类。
         */
        get: operations["listed_api_categories_get"];
        put?: never;
        /**
         * Add
         * @description 新增一个分类。
         */
        post: operations["add_api_categories_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description 从文件导入分类；有问题的行不导入，其余的一次导入；同一份文件再导入没有变化。
         */
        post: operations["take_api_categories_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sheet
         * @description 全部分类（Excel），也是导入的模板。
         */
        get: operations["sheet_api_categories_list_xlsx_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description 修改一个分类，即时用于以后的工单；编码不能改。
         */
        put: operations["change_api_categories__code__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/{code}/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call
         * @description 热线的这种叫法归到这个分类；已收到的工单不变。
         */
        post: operations["call_api_categories__code__aliases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/{code}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 停用一个分类；已经归到它的工单不变。
         */
        post: operations["end_api_categories__code__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/{code}/stay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stay
         * @description 撤销停用。
         */
        post: operations["stay_api_categories__code__stay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories/{code}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Uses
         * @description 哪些派单、时限、照片、签发规则，话术和先例写到它。
         */
        get: operations["uses_api_categories__code__uses_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cell-people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 一个镇街的网格和人；不写镇街的，是第一个缺人的。
         */
        get: operations["listed_api_cell_people_get"];
        put?: never;
        /**
         * Put
         * @description 安排网格员、网格长或社区民警，可以从以后某天起，可以替换原来的人。
         */
        post: operations["put_api_cell_people_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cell-people/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 撤下网格人员；名下在办的工单不变。
         */
        post: operations["end_api_cell_people_end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cell-people/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description 从文件导入：文件写到的网格和职责以文件为准，没写到的不变。
         */
        post: operations["take_api_cell_people_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cell-people/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sheet
         * @description 网格人员清单（Excel），也是导入的模板；缺人的职责留有空行。
         */
        get: operations["sheet_api_cell_people_list_xlsx_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Evidence
         * @description 新增或修改佐证规则。
         */
        post: operations["evidence_api_closing_evidence_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replies
         * @description 答复检查与自动结案的设置：保存为新的一版，立即生效。
         */
        put: operations["replies_api_closing_replies_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 佐证、签发、标准答复、敏感词与答复检查设置，含历史。
         */
        get: operations["listed_api_closing_rules_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing/signoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signoff
         * @description 新增或修改签发规则。
         */
        post: operations["signoff_api_closing_signoff_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Text
         * @description 新增或修改标准答复。
         */
        post: operations["text_api_closing_texts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Word
         * @description 新增或修改敏感词。
         */
        post: operations["word_api_closing_words_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing/words/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Words
         * @description 一次粘贴许多敏感词；已有的不变，有一行不对就一个也不加。
         */
        post: operations["words_api_closing_words_list_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing/{kind}/{number}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 停用一条，留在历史里。
         */
        post: operations["end_api_closing__kind___number__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/co-handled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Co Handled
         * @description 列表里由本人（或本单位）协办的工单：要报到、要回复，还是线索待办。
         */
        post: operations["co_handled_api_co_handled_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Commands
         * @description 每种操作的名称与要填的内容；手机离线时据此填写，能不能办仍以提交时为准。
         */
        get: operations["commands_api_commands_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/day-report.{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exported
         * @description 一个中心一天的日报，Word 或 Excel；不含诉求人信息，页脚写明谁在何时导出。
         */
        get: operations["exported_api_day_report__form__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Setting
         * @description 现行的危险词与重复催办提醒。
         */
        get: operations["setting_api_desk_settings_get"];
        /**
         * Change
         * @description 改危险词与重复催办提醒，下一次打开工单即按新的。
         */
        put: operations["change_api_desk_settings_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk-settings/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trial
         * @description 在最近的工单上试算危险词，不改变什么。
         */
        post: operations["trial_api_desk_settings_trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Directory
         * @description 本人工作所及的单位、人员、镇街村社区名称与诉求分类。
         */
        get: operations["directory_api_directory_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/desks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Desks
         * @description 本中心与区中心的席位上有没有人；区中心的人看全部中心。
         */
        get: operations["desks_api_duty_desks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items
         * @description 现在交班会列出什么。
         */
        get: operations["items_api_duty_handover_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Handovers
         * @description 交接班记录。
         */
        get: operations["handovers_api_duty_handovers_get"];
        put?: never;
        /**
         * Hand Over
         * @description 交班：清单由系统列出。
         */
        post: operations["hand_over_api_duty_handovers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/handovers/{handover}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Over
         * @description 接班：接班人用自己的密码确认。
         */
        post: operations["take_over_api_duty_handovers__handover__confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/handovers/{handover}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Handover
         * @description 一张交接班表，供打印。
         */
        get: operations["of_handover_api_duty_handovers__handover__paper_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Now
         * @description 现在谁在值班：本中心与区中心；区中心的人看全部中心。
         */
        get: operations["now_api_duty_now_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shifts
         * @description 一个单位一段时间的班。
         */
        get: operations["shifts_api_duty_shifts_get"];
        put?: never;
        /**
         * Lay
         * @description 排班，可以按星期重复几周。
         */
        post: operations["lay_api_duty_shifts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/shifts/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Load
         * @description 导入排班表；能导入的导入，不能的逐行说明。
         */
        post: operations["load_api_duty_shifts_table_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/shifts/{shift}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove
         * @description 撤下一个班。
         */
        delete: operations["remove_api_duty_shifts__shift__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stand Ins
         * @description 现在与将来的代岗。
         */
        get: operations["stand_ins_api_duty_stand_ins_get"];
        put?: never;
        /**
         * Stand In
         * @description 登记代岗：期间代岗人有被代岗人在这个单位的权限，收到同样的通知。
         */
        post: operations["stand_in_api_duty_stand_ins_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/stand-ins/{stand_in}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 提前结束代岗。
         */
        post: operations["end_api_duty_stand_ins__stand_in__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look
         * @description 查地名；不写文字时按类别列出全部。
         */
        get: operations["look_api_gazetteer_get"];
        put?: never;
        /**
         * Add
         * @description 登记一处地名。
         */
        post: operations["add_api_gazetteer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer/aliases/{name}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Name
         * @description 停用一个别名；记录保留。
         */
        post: operations["retire_name_api_gazetteer_aliases__name__retire_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin
         * @description 导入地名表（后台进行）；dry_run 只试不写。有问题的行可从任务处下载。
         */
        post: operations["begin_api_gazetteer_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look
         * @description 看一眼地名表：有哪些列，各是什么；不导入。
         */
        post: operations["look_api_gazetteer_inspect_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposals
         * @description 等待核准（或已处理）的别名。
         */
        get: operations["proposals_api_gazetteer_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer/proposals/{proposal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description 核准或不采纳一个别名；提出人只能撤回自己的。
         */
        post: operations["decide_api_gazetteer_proposals__proposal__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State
         * @description 地名索引在用哪一版、多大、怎样建成。
         */
        get: operations["state_api_gazetteer_state_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一处地名和它的变更记录。
         */
        get: operations["one_api_gazetteer__place__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit
         * @description 修改一处地名。
         */
        patch: operations["edit_api_gazetteer__place__patch"];
        trace?: never;
    };
    "/api/gazetteer/{place}/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose
         * @description 提出一个别名，由另一位同事核准后生效。
         */
        post: operations["propose_api_gazetteer__place__aliases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gazetteer/{place}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire
         * @description 停用一处地名；记录保留。
         */
        post: operations["retire_api_gazetteer__place__retire_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grievances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say
         * @description 写给区督查员：派单、时限、考核不合理，或程序不好用。同一个 id 重发不会变成两件。
         */
        post: operations["say_api_grievances_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grievances/answered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answered
         * @description 答复过的，最近的在前。
         */
        get: operations["answered_api_grievances_answered_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grievances/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own
         * @description 本人写过的投诉建议，有没有答复。
         */
        get: operations["own_api_grievances_own_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grievances/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description 还没有答复的，最早的在前。
         */
        get: operations["waiting_api_grievances_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grievances/{grievance}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description 答复一件；只答复一次，写的人在手机上看得到。
         */
        post: operations["answer_api_grievances__grievance__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/heat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Picture
         * @description 工单从哪里来、什么时候来：按六边形与时段计数，一分钟更新一次。
         */
        get: operations["picture_api_heat_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/heat/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Behind
         * @description 一个六边形、一个地方或一个时段背后的工单。
         */
        get: operations["behind_api_heat_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description 全部来源：推送地址、接入配置、近 24 小时收下和拒收多少。
         */
        get: operations["overview_api_intake_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/profiles/{profile}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Profile
         * @description 一个接入配置的各版：字段和代码对照、试读结果。
         */
        get: operations["profile_api_intake_profiles__profile__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/profiles/{profile}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin
         * @description 另起一版草稿。
         */
        post: operations["begin_api_intake_profiles__profile__drafts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/profiles/{profile}/drafts/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save
         * @description 保存草稿；有错的不予保存，逐项说明。
         */
        put: operations["save_api_intake_profiles__profile__drafts__version__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/profiles/{profile}/drafts/{version}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate
         * @description 启用草稿，五秒内各进程都按它读。没有试读过的不能启用。
         */
        post: operations["activate_api_intake_profiles__profile__drafts__version__activate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/profiles/{profile}/drafts/{version}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard
         * @description 放弃草稿。
         */
        post: operations["discard_api_intake_profiles__profile__drafts__version__discard_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/profiles/{profile}/drafts/{version}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Out
         * @description 试读：最近的推送按草稿会读成什么，与现行配置对照；结果留在草稿上。
         */
        post: operations["try_out_api_intake_profiles__profile__drafts__version__try_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/profiles/{profile}/versions/{version}/bring-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring Back
         * @description 回到以前启用过的一版：立即启用，另编版本号。
         */
        post: operations["bring_back_api_intake_profiles__profile__versions__version__bring_back_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add
         * @description 登记一个来源；密钥只在这次回答里出现。
         */
        post: operations["add_api_intake_sources_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description 修改来源的名称和回传地址。
         */
        put: operations["change_api_intake_sources__source__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/sources/{source}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries
         * @description 一个来源最近的推送和结果，新的在前；不含诉求内容和个人信息。
         */
        get: operations["deliveries_api_intake_sources__source__deliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/sources/{source}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume
         * @description 恢复接收。
         */
        post: operations["resume_api_intake_sources__source__resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/sources/{source}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire
         * @description 停收一个来源：推送得到明确的拒绝；已收下的照常办理和回传。
         */
        post: operations["retire_api_intake_sources__source__retire_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/joint/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings
         * @description 联办设置、外单位与变更记录。
         */
        get: operations["settings_api_joint_settings_get"];
        /**
         * Change Setting
         * @description 改联办设置：成为新版本，立即生效。
         */
        put: operations["change_setting_api_joint_settings_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/joint/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description 别人欠着的：谁还没有报到或回复，哪个外单位没有答复，哪些案件在办。
         */
        get: operations["waiting_api_joint_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kept-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changed
         * @description 变更记录，新的在前：一类的（unit）或一个的（unit:12），谁看页面谁能看。人员和密钥的另有地址。
         */
        get: operations["changed_api_kept_changes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 全部密钥：用途、有效期、最近使用、是否作废。
         */
        get: operations["listed_api_keys_get"];
        put?: never;
        /**
         * Create
         * @description 生成一把密钥；密钥只在这次回答里出现。
         */
        post: operations["create_api_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{key}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke
         * @description 作废一把密钥，下一次请求起失效；不能恢复。
         */
        post: operations["revoke_api_keys__key__revoke_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Standing
         * @description 此设备上的链接能办的工单。
         */
        get: operations["standing_api_link_get"];
        put?: never;
        /**
         * Follow
         * @description 打开短信里的链接：第一台打开的设备可以用，24 小时内有效。
         */
        post: operations["follow_api_link_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Locate
         * @description 一个地址或坐标在哪里，候选各有名称。
         */
        post: operations["locate_api_locate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locate/point": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Point
         * @description 一个点归哪个网格、警格和指挥中心，边界那边是谁。
         */
        get: operations["point_api_locate_point_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locating/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Channels
         * @description 各渠道声明的坐标系与实际相符与否。
         */
        get: operations["channels_api_locating_channels_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locating/channels/{source}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge
         * @description 告警已核对；此后重新观察，没有改正的会再次告警。
         */
        post: operations["acknowledge_api_locating_channels__source__acknowledge_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locating/channels/{source}/declare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare
         * @description 改正渠道声明的坐标系，几秒内生效；此前已定位的工单不变。
         */
        post: operations["declare_api_locating_channels__source__declare_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locating/refit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refit
         * @description 用已确认的工单重新校准；只提出建议，由人采用。
         */
        post: operations["refit_api_locating_refit_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locating/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report
         * @description 定位质量：各门槛的准确率与覆盖率、各级别、把握是否可信（默认近 90 天）。
         */
        get: operations["report_api_locating_report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locating/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings
         * @description 现行定位设置与历史。
         */
        get: operations["settings_api_locating_settings_get"];
        put?: never;
        /**
         * Save
         * @description 保存一版新的定位设置，随即生效；可能降低准确率的，先提示，确认后才保存。
         */
        post: operations["save_api_locating_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/look-back/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Periods
         * @description 全部周期：方法、承诺、种子、结果。
         */
        get: operations["periods_api_look_back_periods_get"];
        put?: never;
        /**
         * Plan
         * @description 公布一个周期的抽样承诺；种子封存，抽取后公布。
         */
        post: operations["plan_api_look_back_periods_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/look-back/periods/{number}/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw
         * @description 周期结束后抽取，并公布种子：任何人都可以重新抽取核对。
         */
        post: operations["draw_api_look_back_periods__number__draw_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/look-back/periods/{number}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proof
         * @description 按公布的种子重新抽取一遍，与承诺、流转记录和登记的样本核对。
         */
        get: operations["proof_api_look_back_periods__number__proof_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/look-back/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks
         * @description 要回头看的工单：抽取的，和阶段性办结到了下一步时间的。
         */
        get: operations["tasks_api_look_back_tasks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/look-back/tasks/{number}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge
         * @description 通过，或不通过并重启工单。
         */
        post: operations["judge_api_look_back_tasks__number__verdict_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description 登录人、岗位与所看的区域。
         */
        get: operations["me_api_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objections/{objection}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rule
         * @description 裁定一件申诉。
         */
        post: operations["rule_api_objections__objection__ruling_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin
         * @description 导入工单（后台进行）；dry_run 只试不写。已有的工单不变；有问题的行可从任务处下载。
         */
        post: operations["begin_api_orders_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look
         * @description 看一眼导出的工单表：有哪些列，各是什么；不导入。
         */
        post: operations["look_api_orders_inspect_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 可以导入哪些来源的工单。
         */
        get: operations["listed_api_orders_sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Outbox
         * @description 消息发件箱：没有接短信网关时，本来会发出去的消息。
         */
        get: operations["outbox_api_outbox_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outside-bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Body
         * @description 登记一个外单位。
         */
        post: operations["add_body_api_outside_bodies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outside-bodies/{body}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Body
         * @description 修改或停用一个外单位。
         */
        put: operations["change_body_api_outside_bodies__body__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owning/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alarms
         * @description 来回转手、还没有人处理的工单。
         */
        get: operations["alarms_api_owning_alarms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owning/alarms/{ticket}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle
         * @description 推诿预警已处理：写明怎么处理的。
         */
        post: operations["settle_api_owning_alarms__ticket__settle_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owning/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queue
         * @description 等区中心裁定的退单和待研判的工单，附先例与同类案例。
         */
        get: operations["queue_api_owning_queue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owning/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings
         * @description 权属设置的各版，最新的在前。
         */
        get: operations["settings_api_owning_settings_get"];
        put?: never;
        /**
         * Save
         * @description 保存权属设置，立即生效。
         */
        post: operations["save_api_owning_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pasted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pasted
         * @description 从粘贴的聊天文字里认出姓名、电话、地址和诉求；只是草稿。
         */
        post: operations["pasted_api_pasted_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 按姓名、电话、职务、用户名查，或一个单位的人；最多 100 人，新的在前。
         */
        get: operations["listed_api_people_get"];
        put?: never;
        /**
         * Add
         * @description 新增人员与第一个岗位；开账号的，给出一次性密码。
         */
        post: operations["add_api_people_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes
         * @description 人员、岗位、账号的变更记录，新的在前；全部的，或一个人的。
         */
        get: operations["changes_api_people_changes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description 从文件导入人员和岗位：一行一个岗位；没写到的人不变，同一份文件再导入没有变化。
         */
        post: operations["take_api_people_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sheet
         * @description 人员名册（Excel），也是导入的模板。
         */
        get: operations["sheet_api_people_list_xlsx_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Posts
         * @description 岗位的选项：单位与角色。
         */
        get: operations["posts_api_people_posts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description 谁还没有自己的密码，可以制作登录条。
         */
        get: operations["waiting_api_people_slips_get"];
        put?: never;
        /**
         * Slips
         * @description 制作登录条：每人一个一次性密码，以前的登录条随之作废。
         */
        post: operations["slips_api_people_slips_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description 改姓名、电话、职务。
         */
        put: operations["change_api_people__number__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{number}/disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable
         * @description 停用或恢复账号；停用后两秒内失去已打开的页面。
         */
        post: operations["disable_api_people__number__disabled_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{number}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 结束岗位；名下在办的工单交给接手人，没有接手人的退回单位。
         */
        post: operations["end_api_people__number__leave_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{number}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leaving
         * @description 离岗预览：名下在办的工单，谁可以接手。
         */
        get: operations["leaving_api_people__number__leaving_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{number}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New Password
         * @description 重设密码或开账号，给出一次性密码；原来的登录随之结束。
         */
        post: operations["new_password_api_people__number__password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{number}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give
         * @description 增加岗位，可以有期限。
         */
        post: operations["give_api_people__number__posts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/police-handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Handovers
         * @description 警情移交记录，新的在前。
         */
        get: operations["handovers_api_police_handovers_get"];
        put?: never;
        /**
         * Report Danger
         * @description 登记警情移交（没有工单的）：先拨 110，再登记。
         */
        post: operations["report_danger_api_police_handovers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Precedents
         * @description 权属先例，最新的在前。
         */
        get: operations["precedents_api_precedents_get"];
        put?: never;
        /**
         * Add
         * @description 登记一条先例。
         */
        post: operations["add_api_precedents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/precedents/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drawn
         * @description 现行先例的位置与范围（GeoJSON,WGS 84）。
         */
        get: operations["drawn_api_precedents_map_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/precedents/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposals
         * @description 近一年的裁定建议的规则：同一事项在同一镇街总是判给同一单位。
         */
        get: operations["proposals_api_precedents_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/precedents/proposals/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adopt
         * @description 采纳建议：另起一版派单规则草稿，试算后再启用。
         */
        post: operations["adopt_api_precedents_proposals_adopt_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/precedents/{precedent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description 更正一条先例；旧的失效，新的接替。
         */
        put: operations["change_api_precedents__precedent__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/precedents/{precedent}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 一条先例从此失效。
         */
        post: operations["end_api_precedents__precedent__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rates
         * @description 一个窗口内各单位的指标：分子、分母、口径版本。
         */
        get: operations["rates_api_rates_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/export.{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 导出这张表，末行写明谁在何时导出。
         */
        get: operations["export_api_rates_export__form__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings
         * @description 指标设置的各版，新的在前。
         */
        get: operations["settings_api_rates_settings_get"];
        put?: never;
        /**
         * Keep
         * @description 保存新的一版指标设置。
         */
        post: operations["keep_api_rates_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets
         * @description 一个数字背后的工单：分子、分母里其余的，或全部。
         */
        get: operations["tickets_api_rates_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs
         * @description 最近的对账，新的在前。
         */
        get: operations["runs_api_reconciliations_get"];
        put?: never;
        /**
         * Upload
         * @description 上传热线的工单清单（CSV 或 Excel）并对账；列名按该热线的对接配置识别。
         */
        post: operations["upload_api_reconciliations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliations/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources
         * @description 可以对账的热线来源，以及有没有登记回传地址。
         */
        get: operations["sources_api_reconciliations_sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliations/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一次对账的全部差异。
         */
        get: operations["one_api_reconciliations__run__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliations/{run}/file.{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exported
         * @description 差异清单，CSV 或 Excel。
         */
        get: operations["exported_api_reconciliations__run__file__kind__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reported
         * @description 我报的事：每件现在办到哪一步。
         */
        get: operations["reported_api_reports_get"];
        put?: never;
        /**
         * Report
         * @description 巡查上报。照片随后传到这张工单；当场处理好的，再办「即报即办」。
         */
        post: operations["report_api_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cells
         * @description 没有定位时可以选的网格：本人包联的，或本单位所在村居的。
         */
        get: operations["cells_api_reports_cells_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description 派单规则的各版，和规则里可以用到的名称。
         */
        get: operations["overview_api_rules_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/changes/{subjects}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes
         * @description 改动记录：谁在什么时候改了什么、为什么。
         */
        get: operations["changes_api_rules_changes__subjects__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin
         * @description 另起一版草稿。
         */
        post: operations["begin_api_rules_drafts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/drafts/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save
         * @description 保存草稿的全部规则；有错的规则不予保存，逐条说明。
         */
        put: operations["save_api_rules_drafts__version__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/drafts/{version}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate
         * @description 启用草稿：现在，或到定好的时间。没有试算过的不能启用。
         */
        post: operations["activate_api_rules_drafts__version__activate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/drafts/{version}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard
         * @description 放弃草稿。
         */
        post: operations["discard_api_rules_drafts__version__discard_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/drafts/{version}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Out
         * @description 试算：最近的工单按草稿会派往哪里，与现行规则对照；结果留在草稿上。
         */
        post: operations["try_out_api_rules_drafts__version__try_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/drafts/{version}/unschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unschedule
         * @description 取消定时启用。
         */
        post: operations["unschedule_api_rules_drafts__version__unschedule_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/police-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matters
         * @description 与公安对接的两张清单。
         */
        get: operations["matters_api_rules_police_lists_get"];
        put?: never;
        /**
         * Add Matter
         * @description 在清单上登记一项。
         */
        post: operations["add_matter_api_rules_police_lists_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/police-lists/{matter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Matter
         * @description 更正清单上的一项，或从清单上取下（填失效日）。
         */
        put: operations["change_matter_api_rules_police_lists__matter__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/powers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Powers
         * @description 下放镇街的处罚权，含已收回和将生效的。
         */
        get: operations["powers_api_rules_powers_get"];
        put?: never;
        /**
         * Add Power
         * @description 登记一项处罚权。
         */
        post: operations["add_power_api_rules_powers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/powers/{power}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Power
         * @description 更正或收回一项处罚权。
         */
        put: operations["change_power_api_rules_powers__power__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Version
         * @description 一版规则：每条规则、问题、试算结果。
         */
        get: operations["version_api_rules_versions__version__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/versions/{version}/bring-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring Back
         * @description 回到以前启用过的一版：立即启用，另编版本号。
         */
        post: operations["bring_back_api_rules_versions__version__bring_back_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/score-periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Periods
         * @description 各考核周期，新的在前。
         */
        get: operations["periods_api_score_periods_get"];
        put?: never;
        /**
         * Open Period
         * @description 公示一个已结束的考核周期，开始核对与申诉。
         */
        post: operations["open_period_api_score_periods_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/score-periods/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Period
         * @description 一个考核周期：指标、口径、申诉。
         */
        get: operations["period_api_score_periods__period__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/score-periods/{period}/export.{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 导出一个考核周期的指标，写明窗口、口径与状态。
         */
        get: operations["export_api_score_periods__period__export__form__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/score-periods/{period}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object
         * @description 申诉：一张工单不应算进一项指标。
         */
        post: operations["object__api_score_periods__period__objections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/score-periods/{period}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go On
         * @description 转到下一步：申诉裁定、锁定（指标从此不变）、通报。
         */
        post: operations["go_on_api_score_periods__period__state_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/score-periods/{period}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets
         * @description 考核周期中一个数字背后的工单；锁定后是锁定时的。
         */
        get: operations["tickets_api_score_periods__period__tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search
         * @description 按工单号、尾号、电话或其后四位、姓名、地点、文字查找。
         */
        post: operations["search_api_search_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In
         * @description 登录。此浏览器里原来的登录随之结束。
         */
        post: operations["sign_in_api_session_post"];
        /**
         * Sign Out
         * @description 退出。
         */
        delete: operations["sign_out_api_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock
         * @description 锁定屏幕。
         */
        post: operations["lock_api_session_lock_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Password
         * @description 改成自己的密码；本人在别处的登录随之结束。
         */
        put: operations["change_password_api_session_password_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock
         * @description 输入密码，继续工作。
         */
        post: operations["unlock_api_session_unlock_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/socket-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Socket Ticket
         * @description 换取一次性连接凭证（30 秒内有效）。
         */
        post: operations["socket_ticket_api_socket_ticket_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 各热线来源的推送密钥：指纹、何时增加、何时停用。
         */
        get: operations["listed_api_sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changed
         * @description 密钥的变更记录，新的在前：谁增加、谁停用了哪一把。
         */
        get: operations["changed_api_sources_changes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/report-secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add
         * @description 增加一把回传密钥：此后的回传用新旧两把同时签名；密钥只在这次回答里出现。
         */
        post: operations["add_api_sources__source__report_secrets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/report-secrets/{fingerprint}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 停用一把回传密钥；并行时间内仍用两把签名。
         */
        post: operations["end_api_sources__source__report_secrets__fingerprint__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add
         * @description 增加一把推送密钥，与原来的同时有效；密钥只在这次回答里出现。
         */
        post: operations["add_api_sources__source__secrets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/secrets/{fingerprint}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 停用一把推送密钥；并行时间内新旧都有效。
         */
        post: operations["end_api_sources__source__secrets__fingerprint__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/streams/{stream}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Snapshot
         * @description 一个中心的在办工单全貌与位置号。
         */
        get: operations["snapshot_api_streams__stream__snapshot_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 督办件，新的在前；ended：已解除的。
         */
        get: operations["listed_api_supervisions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/telling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Setting
         * @description 通知设置：限值与历史、各种消息的文字。
         */
        get: operations["setting_api_telling_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/telling/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Limits
         * @description 改限值，成为新的一版，立即生效。
         */
        put: operations["set_limits_api_telling_limits_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/telling/templates/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Template
         * @description 改一种消息的文字，成为新的一版，立即生效。
         */
        put: operations["set_template_api_telling_templates__code__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive
         * @description 手工建单。
         */
        post: operations["receive_api_tickets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Panel
         * @description 一张工单的全部内容，以及现在可以做什么。
         */
        get: operations["panel_api_tickets__ticket__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alike
         * @description 热线推来的工单，可能是本中心先手工建过的哪几张；只提示，不自动合并。
         */
        get: operations["alike_api_tickets__ticket__alike_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/caller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal
         * @description 显示诉求人姓名与号码。
         */
        post: operations["reveal_api_tickets__ticket__caller_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clocks
         * @description 一张工单的全部时限，包括已停的，各附为什么是这个时刻。
         */
        get: operations["clocks_api_tickets__ticket__clocks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description 联系记录、佐证要求、签发、答复检查、草稿与标准答复。
         */
        get: operations["overview_api_tickets__ticket__closing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/commands/{command}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Perform
         * @description 办理：签收、交办、答复等。可办的操作见工单的 allowed。
         */
        post: operations["perform_api_tickets__ticket__commands__command__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draft
         * @description 按事实起草的答复。
         */
        get: operations["draft_api_tickets__ticket__draft_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add
         * @description 上传一张照片或一段语音。同一操作编号重复上传，只算一次。
         */
        post: operations["add_api_tickets__ticket__evidence_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/joint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Joint
         * @description 一张工单的联办情况。
         */
        get: operations["joint_api_tickets__ticket__joint_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kept
         * @description 已转出的工单：本单位自己办过的步骤。
         */
        get: operations["kept_api_tickets__ticket__kept_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link
         * @description 把热线工单号接到已有的手工工单上：上级时限从此在那张工单上计。
         */
        post: operations["link_api_tickets__ticket__link_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notices
         * @description 这张工单通知过谁，送到了没有。
         */
        get: operations["notices_api_tickets__ticket__notices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Printable
         * @description 这张工单可以打印哪些文书；工作站等承办单位只打印交办单。
         */
        get: operations["printable_api_tickets__ticket__papers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Ticket
         * @description 一份文书的全部内容，供打印；诉求人信息已脱敏，打印留审计。
         */
        get: operations["of_ticket_api_tickets__ticket__papers__paper__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offers
         * @description 一张工单归谁：适用的先例，和看得到的同类裁定。
         */
        get: operations["offers_api_tickets__ticket__precedents_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/reply-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description 检查正在写的答复：缺项、个人信息、敏感词、过简、照抄、只承诺。
         */
        post: operations["check_api_tickets__ticket__reply_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Similar
         * @description 可能是同一件事的工单，带理由；并不并由人决定。
         */
        get: operations["similar_api_tickets__ticket__similar_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/supervisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Ticket
         * @description 一张工单的督办。
         */
        get: operations["of_ticket_api_tickets__ticket__supervisions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket}/upward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Ticket
         * @description 一张工单的上行申请，新的在前。
         */
        get: operations["of_ticket_api_tickets__ticket__upward_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timetable
         * @description 现行时限规则、办公时间、有放假通知的年份，以及各版的重算进度。
         */
        get: operations["timetable_api_timetable_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Day
         * @description 把一天改为放假、上班或平常，随即生效；在办时限随后重算。
         */
        put: operations["day_api_timetable_days__day__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save Hours
         * @description 保存一版办公时间，随即生效；全年每天须恰有一套。在办时限随后重算。
         */
        post: operations["save_hours_api_timetable_hours_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read
         * @description 读放假通知或表格，只给出读到的日子供核对，不保存。
         */
        post: operations["read_api_timetable_notice_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save Rules
         * @description 保存一版时限规则，随即生效；写错的、永远轮不到的不予保存。在办时限随后重算。
         */
        post: operations["save_rules_api_timetable_rules_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attempt
         * @description 试算一个时限何时到期、为什么；可以按还没有保存的规则试。
         */
        post: operations["attempt_api_timetable_try_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Year
         * @description 一年的工作日历，以及放假安排是否已公布。
         */
        get: operations["year_api_timetable_years__year__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/years/{year}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce
         * @description 保存一年的放假安排，随即生效；原先该年写明的日子以此为准。在办时限随后重算。
         */
        post: operations["announce_api_timetable_years__year__notice_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 全部单位，各有多少人、多少件在办。
         */
        get: operations["listed_api_units_get"];
        put?: never;
        /**
         * Add
         * @description 登记一个单位。
         */
        post: operations["add_api_units_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description 从文件导入单位；有问题的行不导入，其余的导入；同一份文件再导入没有变化。
         */
        post: operations["take_api_units_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sheet
         * @description 单位清单（Excel），也是导入的模板。
         */
        get: operations["sheet_api_units_list_xlsx_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description 修改一个单位；类别和镇街、村居不能改。
         */
        put: operations["change_api_units__unit__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 停用一个单位；手里还有工单或人员的不能立即停用。
         */
        post: operations["end_api_units__unit__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Holds
         * @description 停用之前看一眼：还有多少件、多少人、多少规则，各怎么办。
         */
        get: operations["holds_api_units__unit__holds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/stay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stay
         * @description 撤销停用。
         */
        post: operations["stay_api_units__unit__stay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 职责范围内的上行申请；热线逾期未答复的在最前。
         */
        get: operations["listed_api_upward_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upward/grounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Grounds
         * @description 公布的依据与答复时限。
         */
        get: operations["grounds_api_upward_grounds_get"];
        put?: never;
        /**
         * Add
         * @description 新增一条依据，立即可用。
         */
        post: operations["add_api_upward_grounds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upward/grounds/{ground}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 停用一条依据；已报的申请不变。
         */
        post: operations["end_api_upward_grounds__ground__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upward/limits/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Limit
         * @description 改热线答复一类申请的时限；已送达的不变。
         */
        put: operations["limit_api_upward_limits__kind__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description 还没有等到工单的热线消息。
         */
        get: operations["waiting_api_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Picture
         * @description 大屏现在显示的数字。
         */
        get: operations["picture_api_wall_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/ground": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ground
         * @description 大屏地图的轮廓：镇街与网格（JSON）。
         */
        get: operations["ground_api_wall_ground_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/heat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Wall
         * @description 大屏的热力图：近 7 天按天，只有较大的六边形，少于 3 件的不显示。
         */
        get: operations["of_wall_api_wall_heat_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/pairing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description 大屏要一个配对码；10 分钟内有效。
         */
        post: operations["ask_api_wall_pairing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/walls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 全部大屏：挂在哪里、显示谁的数据、最近何时在线。
         */
        get: operations["listed_api_walls_get"];
        put?: never;
        /**
         * Pair
         * @description 输入大屏上的配对码，这块大屏即开始显示；配对码只能用一次。
         */
        post: operations["pair_api_walls_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/walls/{wall}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End
         * @description 停用一块大屏：它立即不再显示任何数据。
         */
        delete: operations["end_api_walls__wall__delete"];
        options?: never;
        head?: never;
        /**
         * Change
         * @description 改一块大屏的名称、数字旁边放什么、深色还是浅色；两秒内生效。
         */
        patch: operations["change_api_walls__wall__patch"];
        trace?: never;
    };
    "/api/work/{work}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一件后台任务的进度与结果（只给发起人）。
         */
        get: operations["one_api_work__work__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/work/{work}/rows.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows
         * @description 有问题的行，CSV 下载（只给发起人）；末行写明谁在何时导出。
         */
        get: operations["rows_api_work__work__rows_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{identity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show
         * @description 一张照片，或一段语音。
         */
        get: operations["show_evidence__identity__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/{name}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receipts
         * @description 接收通知网关的回执；同一条回执重复推送，只算一次。
         */
        post: operations["receipts_gateway__name__receipts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description 系统状态：正常、降级或停止。
         */
        get: operations["health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live
         * @description 进程还在应答。
         */
        get: operations["live_health_live_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is Ready
         * @description 这个进程能不能接收请求：启动中、停止中、长时间连不上数据库时为 503。
         */
        get: operations["is_ready_health_ready_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hotline/v1/{source}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push
         * @description 接收热线推送：单条或一批（≤ 500 条），逐条给出结果。
         */
        post: operations["push_hotline_v1__source__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hotline/v1/{source}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reconcile
         * @description 接收热线的工单清单并对账（一单不漏）：since、until 与 orders（工单编号、工单状态、办结时限）。
         */
        post: operations["reconcile_hotline_v1__source__reconciliation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell
         * @description 本进程的运行指标（Prometheus 文本格式）。
         */
        get: operations["tell_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Landing
         * @description 首页：网格边界服务的入口（OGC API Features）；浏览器打开时是一张网页。
         */
        get: operations["landing_ogc_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Api
         * @description 接口说明（OpenAPI 3.0）。
         */
        get: operations["api_ogc_api_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Collections
         * @description 全部图层：镇街、村居、网格、警格。
         */
        get: operations["collections_ogc_collections_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Collection
         * @description 一个图层：数量、范围、坐标系。
         */
        get: operations["collection_ogc_collections__collection__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items
         * @description 一个图层的要素（GeoJSON），分页；可按范围、时间、版本、字段筛选。
         */
        get: operations["items_ogc_collections__collection__items_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection}/items/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Item
         * @description 一个要素（GeoJSON）。
         */
        get: operations["item_ogc_collections__collection__items__item__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection}/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queryables
         * @description 一个图层可筛选的字段（JSON Schema）。
         */
        get: operations["queryables_ogc_collections__collection__queryables_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Schema
         * @description 一个图层的字段（JSON Schema）。
         */
        get: operations["schema_ogc_collections__collection__schema_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conformance
         * @description 所遵循的标准。
         */
        get: operations["conformance_ogc_conformance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/{boundary_version}/{z}/{x}/{y}.mvt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tile
         * @description 一块矢量瓦片（MVT）：边界、道路、地名；草稿只给维护边界的人。
         */
        get: operations["tile_tiles__boundary_version___z___x___y__mvt_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcknowledgeForm
         * @description 已核对渠道告警。
         */
        AcknowledgeForm: {
            /** Declared */
            declared?: ("wgs84" | "gcj02" | "bd09") | null;
            /** Note */
            note: string;
        };
        /**
         * Activated
         * @description 启用的结果。
         */
        Activated: {
            /**
             * State
             * @enum {string}
             */
            state: "active" | "scheduled";
            /** Version */
            version: number;
        };
        /**
         * ActivationForm
         * @description 启用：现在，或到时。
         */
        ActivationForm: {
            /** At */
            at?: string | null;
            /** Revision */
            revision: number;
        };
        /**
         * AlarmState
         * @description 指挥台该响的：特急未签收几件、最近一次该响的时间、现在是否免打扰时段。只有数，锁屏也能看。
         */
        AlarmState: {
            /** Latest */
            latest: string | null;
            /** Quiet */
            quiet: boolean;
            /** Unsigned */
            unsigned: number;
        };
        /**
         * AliasForm
         * @description 热线的一种叫法。
         */
        AliasForm: {
            /** Name */
            name: string;
        };
        /**
         * Alike
         * @description 可能是同一件事的手工工单，以及为什么。
         */
        Alike: {
            /** Id */
            id: number;
            /** Number */
            number: string;
            /** Reasons */
            reasons: string[];
            /**
             * Received At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            received_at: string;
            state: components["schemas"]["State"];
            /** Title */
            title: string;
        };
        /**
         * Allowed
         * @description 现在可以做的一个操作。
         */
        Allowed: {
            /** Command */
            command: string;
            /** Danger */
            danger: boolean;
            /** Fields */
            fields: components["schemas"]["FieldDescription"][];
            /** Label */
            label: string;
            /** Primary */
            primary: boolean;
            /** Why */
            why?: string | null;
        };
        /**
         * AnnouncedYear
         * @description 有放假通知的年份。
         */
        AnnouncedYear: {
            /**
             * Announced At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            announced_at: string;
            /** Source */
            source: string;
            /** Year */
            year: number;
        };
        /**
         * ApiKey
         * @description 一把密钥：只显示末四位。
         */
        ApiKey: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Per Minute */
            per_minute: number;
            /** Revoked At */
            revoked_at: string | null;
            /** Revoked By */
            revoked_by: string | null;
            scope: components["schemas"]["Scope"];
            /**
             * State
             * @enum {string}
             */
            state: "valid" | "expired" | "revoked";
            /** Tail */
            tail: string;
            /** Unit */
            unit: number | null;
            /** Unit Name */
            unit_name: string | null;
        };
        /**
         * ApiKeyForm
         * @description 生成密钥。
         */
        ApiKeyForm: {
            /**
             * Days
             * @description 有效天数
             * @default 365
             */
            days: number;
            /**
             * Name
             * @description 给谁、做什么用
             */
            name: string;
            /**
             * Per Minute
             * @description 每分钟最多请求次数
             * @default 600
             */
            per_minute: number;
            /** @default features */
            scope: components["schemas"]["Scope"];
            /**
             * Unit
             * @description 给哪个单位用；镇街单位的密钥只能读本镇街
             */
            unit?: number | null;
        };
        /**
         * ApiKeyUnit
         * @description 可以给密钥的一个单位。
         */
        ApiKeyUnit: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * ApiKeys
         * @description 全部密钥，新的在前；以及密钥可以给哪些单位用。
         */
        ApiKeys: {
            /** Keys */
            keys: components["schemas"]["ApiKey"][];
            /** Units */
            units: components["schemas"]["ApiKeyUnit"][];
        };
        /**
         * AreaInTown
         * @description 一个村居或警格。
         */
        AreaInTown: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Town */
            town: string;
        };
        /**
         * Assignment
         * @description 一次交办。
         */
        Assignment: {
            /** Closed At */
            closed_at: string | null;
            /** Ended */
            ended: string | null;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "assigned" | "whistle" | "dual" | "referral";
            /** Note */
            note: string | null;
            /**
             * Opened At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            opened_at: string;
            /**
             * Part
             * @enum {string}
             */
            part: "lead" | "co";
            /** Person */
            person: number | null;
            /** Person Name */
            person_name: string | null;
            /** Phone */
            phone: string | null;
            /** Reply */
            reply: string | null;
            /** Report In By */
            report_in_by: string | null;
            /** Reported In At */
            reported_in_at: string | null;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * AuditChain
         * @description 封存链的链头：到第几号封存、共多少条记录；waiting 条还在等下一次封存。
         */
        AuditChain: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Head */
            head: string;
            /** Number */
            number: number;
            /** Rows */
            rows: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * AuditEntry
         * @description 一条审计记录。label 是事项的说法；subject_name 是对象的名称，有名称的才有。
         *
         *     sealed：已进入封存链，改动会被核对出来。
         */
        AuditEntry: {
            /** Action */
            action: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Label */
            label: string;
            /** Person */
            person: number | null;
            /** Person Name */
            person_name: string | null;
            /** Reason */
            reason: string | null;
            /** Sealed */
            sealed: boolean;
            /** Subject */
            subject: string;
            /** Subject Name */
            subject_name: string | null;
            /** Theme */
            theme: string;
            /** Ticket Number */
            ticket_number: string | null;
            /** Unit Name */
            unit_name: string | null;
        };
        /**
         * AuditPage
         * @description 一页审计记录，新的在前；before 是下一页的起点。
         */
        AuditPage: {
            /** Before */
            before: number | null;
            chain: components["schemas"]["AuditChain"] | null;
            /** Entries */
            entries: components["schemas"]["AuditEntry"][];
            /** Themes */
            themes: components["schemas"]["AuditTheme"][];
        };
        /**
         * AuditTheme
         * @description 事项的一类，可用来筛选。
         */
        AuditTheme: {
            /** Action */
            action: string;
            /** Label */
            label: string;
        };
        /**
         * BringBackForm
         * @description 回到以前的一版。
         */
        BringBackForm: {
            /**
             * Note
             * @description 改了什么、为什么
             */
            note: string;
        };
        /**
         * ByCenter
         * @description 从一个中心归到另一个中心的未结工单数。
         */
        ByCenter: {
            /** Count */
            count: number;
            /** From */
            from: number;
            /** From Name */
            from_name: string;
            /** To */
            to: number;
            /** To Name */
            to_name: string;
        };
        /**
         * ByPoliceGrid
         * @description 一个警格的网格数变化。
         */
        ByPoliceGrid: {
            /** From */
            from: number;
            /** Gained */
            gained: number;
            /** Lost */
            lost: number;
            /** Police Grid */
            police_grid: string;
            /** To */
            to: number;
        };
        /**
         * CalendarDay
         * @description 通知写明的一天；usual 为改回平常。
         */
        CalendarDay: {
            /**
             * Changed At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            changed_at: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "off" | "work" | "usual";
            /** Name */
            name: string;
            /** Source */
            source: string;
        };
        /**
         * CalendarYear
         * @description 一年的工作日历：没有写明的日子按平常周末。
         */
        CalendarYear: {
            /** Announced */
            announced: boolean;
            /** Days */
            days: components["schemas"]["CalendarDay"][];
            /** Source */
            source: string | null;
            /** Year */
            year: number;
        };
        /**
         * Call
         * @description 一条待电话通知：发出的消息没有人打开。
         */
        Call: {
            /** Error */
            error: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Listed At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            listed_at: string;
            /** Number */
            number: string;
            /** Person */
            person: number;
            /** Person Name */
            person_name: string;
            /** Phone */
            phone: string;
            /** Post */
            post: string;
            /** Sent At */
            sent_at: string | null;
            /** Ticket */
            ticket: number;
            /** Title */
            title: string;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
            /** Urgency */
            urgency: string;
        };
        /**
         * CallList
         * @description 对诉求人的约定与预警工单。
         */
        CallList: {
            /** Promises */
            promises: components["schemas"]["OpenPromise"][];
            /** Warnings */
            warnings: components["schemas"]["EarlyWarning"][];
        };
        /**
         * Callback
         * @description 一次向热线的状态上报。
         */
        Callback: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Error */
            last_error: string | null;
            /** Next At */
            next_at: string | null;
            /** Number */
            number: string;
            /** Order No */
            order_no: string | null;
            /** State */
            state: string;
            /** Status */
            status: string;
            /** Ticket */
            ticket: number;
        };
        /**
         * CalledForm
         * @description 电话打过了：接通、没有人接、已请人转告。
         */
        CalledForm: {
            /**
             * Result
             * @enum {string}
             */
            result: "reached" | "no_answer" | "passed_on";
        };
        /**
         * CalledUnit
         * @description 被吹哨或双交办、还没有回复的单位。
         */
        CalledUnit: {
            /** Assignment */
            assignment: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "whistle" | "dual";
            /** Note */
            note: string | null;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            opened_at: string;
            /** Person */
            person: string | null;
            /** Report In By */
            report_in_by: string | null;
            /** Reported In At */
            reported_in_at: string | null;
            /** Ticket */
            ticket: number;
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /**
         * Caller
         * @description 诉求人。
         */
        Caller: {
            /** Name */
            name: string | null;
            /** Phone */
            phone: string | null;
        };
        /**
         * Candidate
         * @description 一个候选位置。
         */
        Candidate: {
            /** Cell */
            cell: string | null;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /** P */
            p: number;
            /** Place */
            place: number | string | null;
            /** Reasons */
            reasons: string[];
        };
        /**
         * Card
         * @description 一张黄牌或红牌。
         */
        Card: {
            /** Answer */
            answer: string | null;
            /**
             * Answerable
             * @description 是否由本人说明整改情况
             */
            answerable: boolean;
            /** Answered At */
            answered_at: string | null;
            /** Answered By */
            answered_by: string | null;
            /**
             * Color
             * @enum {string}
             */
            color: "yellow" | "red";
            /**
             * Given At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            given_at: string;
            /** Given By */
            given_by: string;
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /** Revoked */
            revoked: string | null;
            /** Revoked At */
            revoked_at: string | null;
            /** Revoked By */
            revoked_by: string | null;
            /** Tickets */
            tickets: components["schemas"]["CardTicket"][];
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * CardAnswerForm
         * @description 被发牌单位说明原因与整改情况。
         */
        CardAnswerForm: {
            /** Answer */
            answer: string;
        };
        /**
         * CardForm
         * @description 发牌。
         */
        CardForm: {
            /**
             * Color
             * @enum {string}
             */
            color: "yellow" | "red";
            /** Reason */
            reason: string;
            /**
             * Tickets
             * @default []
             */
            tickets: number[];
            /** Unit */
            unit: number;
        };
        /**
         * CardTicket
         * @description 因哪张工单发牌。
         */
        CardTicket: {
            /** Id */
            id: number;
            /** Number */
            number: string;
        };
        /**
         * Category
         * @description 诉求分类；in_use：今天的新工单可以归到它。
         */
        Category: {
            /** Code */
            code: string;
            /** In Use */
            in_use: boolean;
            /** Path */
            path: string;
            place_need: components["schemas"]["PlaceNeed"];
        };
        /**
         * CategoryEntry
         * @description 一个分类。valid_until 当日起不再用；tickets：近 90 天多少件；uses：各类规则有多少条写到它。
         */
        CategoryEntry: {
            /** Aliases */
            aliases: string[];
            /** Code */
            code: string;
            /** Evidence Required */
            evidence_required: boolean;
            /** Path */
            path: string;
            place_need: components["schemas"]["PlaceNeed"];
            /** Signoff Required */
            signoff_required: boolean;
            /**
             * Standing
             * @enum {string}
             */
            standing: "in_use" | "later" | "over";
            /** Tickets */
            tickets: number;
            /** Uses */
            uses: {
                [key: string]: number;
            };
            /** Valid From */
            valid_from: string | null;
            /** Valid Until */
            valid_until: string | null;
        };
        /**
         * CategoryForm
         * @description 修改分类。
         */
        CategoryForm: {
            /** Aliases */
            aliases?: string[];
            /**
             * Evidence Required
             * @default false
             */
            evidence_required: boolean;
            /** Path */
            path: string;
            place_need: components["schemas"]["PlaceNeed"];
            /**
             * Reason
             * @description 原因
             */
            reason: string;
            /**
             * Signoff Required
             * @default false
             */
            signoff_required: boolean;
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
        };
        /**
         * CategoryListTaken
         * @description 导入分类的结果；rest_kept：有问题行，文件里没写到的没有停用。
         */
        CategoryListTaken: {
            /** Added */
            added: number;
            /** Bad */
            bad: number;
            /** Changed */
            changed: number;
            /** Changes */
            changes: components["schemas"]["CategoryMove"][];
            /** Dry Run */
            dry_run: boolean;
            /** Ended */
            ended: number;
            /** Rest Kept */
            rest_kept: boolean;
            /** Rows */
            rows: components["schemas"]["ListedRow"][];
            /** Rows Read */
            rows_read: number;
            /** Same */
            same: number;
        };
        /**
         * CategoryMade
         * @description 新分类的编码。
         */
        CategoryMade: {
            /** Code */
            code: string;
        };
        /**
         * CategoryMove
         * @description 导入带来的一处变化；row 空为文件里没有的。
         */
        CategoryMove: {
            /** Code */
            code: string;
            /** Path */
            path: string;
            /** Row */
            row: number | null;
            /** Says */
            says: string;
            /**
             * What
             * @enum {string}
             */
            what: "added" | "changed" | "ended";
        };
        /**
         * CategoryName
         * @description 一个事项分类。
         */
        CategoryName: {
            /** Code */
            code: string;
            /** Path */
            path: string;
            place_need: components["schemas"]["PlaceNeed"];
        };
        /**
         * CategoryRegister
         * @description 全部分类（停用的也在），以及未识别的分类；withheld：有多少种写法含个人信息，不列出。
         */
        CategoryRegister: {
            /** Categories */
            categories: components["schemas"]["CategoryEntry"][];
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Unknown */
            unknown: components["schemas"]["UnknownName"][];
            /** Withheld */
            withheld: number;
        };
        /**
         * CategoryUse
         * @description 写到一个分类的规则；path 是规则写的路径，空为按分类自己的要求；times：同样的有几条。
         */
        CategoryUse: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "routing" | "power" | "police" | "clock" | "evidence" | "signoff" | "text" | "precedent";
            /** Path */
            path: string | null;
            /** Says */
            says: string;
            /** Times */
            times: number;
        };
        /**
         * CategoryUses
         * @description 写到一个分类的规则；left：没有它就不再对任何分类起作用的，各有几条。
         */
        CategoryUses: {
            /** Left */
            left: {
                [key: string]: number;
            };
            /** Uses */
            uses: components["schemas"]["CategoryUse"][];
        };
        /**
         * Cell
         * @description 网格。
         */
        Cell: {
            /** Code */
            code: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "general" | "dedicated";
            /** Name */
            name: string;
            /** People */
            people: components["schemas"]["CellPerson"][];
            police_grid: components["schemas"]["CellGrid"] | null;
            /** Town */
            town: string;
            /** Town Name */
            town_name: string;
            /** Village */
            village: string;
            /** Village Name */
            village_name: string;
        };
        /**
         * CellCandidate
         * @description 可以选的人。
         */
        CellCandidate: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Post */
            post: string;
        };
        /**
         * CellGrid
         * @description 网格所属警格。
         */
        CellGrid: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string | null;
            /** Police Station */
            police_station: string | null;
        };
        /**
         * CellKind
         * @description How a cell is drawn: on one line, with room for long words, empty for the pen, or to be signed.
         * @enum {string}
         */
        CellKind: "line" | "long" | "blank" | "sign";
        /**
         * CellListTaken
         * @description 导入网格人员的结果；ended：撤下多少人。
         */
        CellListTaken: {
            /** Added */
            added: number;
            /** Bad */
            bad: number;
            /** Changed */
            changed: number;
            /** Dry Run */
            dry_run: boolean;
            /** Ended */
            ended: number;
            /** Rows */
            rows: components["schemas"]["ListedRow"][];
            /** Rows Read */
            rows_read: number;
            /** Same */
            same: number;
        };
        /**
         * CellPeopleAnswer
         * @description 一个镇街的网格人员，以及全部镇街缺多少。
         */
        CellPeopleAnswer: {
            /** Cells */
            cells: components["schemas"]["StaffedCell"][];
            /** People */
            people: components["schemas"]["CellCandidate"][];
            /** Town */
            town: string | null;
            /** Towns */
            towns: components["schemas"]["StaffedTown"][];
        };
        /**
         * CellPerson
         * @description 网格里的人：网格员、网格长、社区民警。
         */
        CellPerson: {
            /**
             * Duty
             * @enum {string}
             */
            duty: "worker" | "head" | "officer";
            /** Full Time */
            full_time: boolean;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Phone */
            phone: string | null;
            /** Phone Masked */
            phone_masked: string;
            /** Post */
            post: string;
        };
        /**
         * CellPersonEnd
         * @description 撤下网格人员；at 不填为立即。
         */
        CellPersonEnd: {
            /** At */
            at?: string | null;
            /**
             * Cell
             * @description 15 位网格编码
             */
            cell: string;
            /**
             * Duty
             * @enum {string}
             */
            duty: "worker" | "head" | "officer";
            /** Person */
            person: number;
            /**
             * Reason
             * @description 原因
             * @default
             */
            reason: string;
        };
        /**
         * CellPersonForm
         * @description 安排网格人员；former：替换谁。
         */
        CellPersonForm: {
            /**
             * Cell
             * @description 15 位网格编码
             */
            cell: string;
            /**
             * Duty
             * @enum {string}
             */
            duty: "worker" | "head" | "officer";
            /** Former */
            former?: number | null;
            /**
             * Full Time
             * @default true
             */
            full_time: boolean;
            /** Person */
            person: number;
            /** Since */
            since?: string | null;
        };
        /**
         * CenterDesk
         * @description 一个中心的席位。staffed：十分钟内有人操作且没有锁屏；seen_at：最近一次操作。不说是谁。
         */
        CenterDesk: {
            /** Seen At */
            seen_at: string | null;
            /** Staffed */
            staffed: boolean;
            /** Unit */
            unit: number;
        };
        /**
         * ChangedCells
         * @description 网格的变化。
         */
        ChangedCells: {
            /** Added */
            added: number;
            /** By Police Grid */
            by_police_grid: components["schemas"]["ByPoliceGrid"][];
            /** Changed */
            changed: number;
            /** Codes */
            codes: string[];
            /** Removed */
            removed: number;
        };
        /**
         * ChangedPlace
         * @description 要改的项；没有给出的不变。
         */
        ChangedPlace: {
            /**
             * Datum
             * @default wgs84
             */
            datum: string;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Name */
            name?: string | null;
            /** Parent */
            parent?: number | null;
            /** Radius M */
            radius_m?: number | null;
            /** Town */
            town?: string | null;
            /**
             * Version
             * @description 改之前看到的 version
             */
            version: number;
            /** Village */
            village?: string | null;
        };
        /**
         * ChangedSource
         * @description 头一次登记回传地址时生成的回传密钥，只显示这一次。
         */
        ChangedSource: {
            /** Callback Secret */
            callback_secret: string | null;
        };
        /**
         * ChangedTowns
         * @description 新增与取消的镇街。
         */
        ChangedTowns: {
            /** Added */
            added: components["schemas"]["NamedArea"][];
            /** Removed */
            removed: components["schemas"]["NamedArea"][];
        };
        /**
         * Channel
         * @description 一个坐标渠道；own：它是渠道自己声明的坐标系，不只是个别消息声明的。
         */
        Channel: {
            alarm: components["schemas"]["ChannelAlarm"] | null;
            /** Declared */
            declared: string;
            /** East M */
            east_m: number | null;
            /** Name */
            name: string;
            /** North M */
            north_m: number | null;
            /** Own */
            own: boolean;
            /** Source */
            source: string;
            /** Tickets */
            tickets: number;
            votes: components["schemas"]["ChannelVotes"];
            /** With Text */
            with_text: number;
        };
        /**
         * ChannelAlarm
         * @description 渠道的坐标不在它声明的坐标系里。
         */
        ChannelAlarm: {
            /** Affected */
            affected: number;
            /** East M */
            east_m: number;
            /** Id */
            id: number;
            /** North M */
            north_m: number;
            /**
             * Raised At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            raised_at: string;
            /** Says */
            says: string;
            /**
             * Seen
             * @enum {string}
             */
            seen: "wgs84" | "gcj02" | "bd09";
            /** Share */
            share: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /** Votes */
            votes: number;
        };
        /**
         * ChannelVotes
         * @description 有地址可核对的工单，各有多少只与这个坐标系相符。
         */
        ChannelVotes: {
            /** Bd09 */
            bd09: number;
            /** Gcj02 */
            gcj02: number;
            /** Wgs84 */
            wgs84: number;
        };
        /**
         * Channels
         * @description 全部坐标渠道。
         */
        Channels: {
            /** Channels */
            channels: components["schemas"]["Channel"][];
        };
        /**
         * CheckAnswer
         * @description 一项检查。
         */
        CheckAnswer: {
            /** Detail */
            detail: string;
            /** Name */
            name: string;
            status: components["schemas"]["Status"];
        };
        /**
         * Checked
         * @description 最近一次检查：在哪次修订，查出多少。
         */
        Checked: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Blocking */
            blocking: number;
            /** Revision */
            revision: number;
            /** Warning */
            warning: number;
        };
        /**
         * Choice
         * @description 可选的一项。
         */
        Choice: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * Chosen
         * @description 选中的修正。
         */
        Chosen: {
            /** Ids */
            ids: string[];
        };
        /**
         * Clock
         * @description 时限，包括已停的。
         */
        Clock: {
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /** Kind */
            kind: ("place" | "decide" | "ruling" | "sign" | "contact" | "inner" | "halt" | "review" | "signoff" | "reply" | "redo") | "supervision";
            /** Paused At */
            paused_at: string | null;
            /** Reason */
            reason: string;
            /** Soon At */
            soon_at: string | null;
            /**
             * Started At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            started_at: string;
            /** Stopped At */
            stopped_at: string | null;
            /** Unannounced */
            unannounced: boolean;
            /** Warned */
            warned: ("soon" | "overdue") | null;
        };
        /**
         * ClockRuleForm
         * @description 一条时限规则；条件不写即不限。按先后取第一条符合的。
         */
        ClockRuleForm: {
            /** Categories */
            categories?: string[] | null;
            /**
             * Clock
             * @enum {string}
             */
            clock: "place" | "decide" | "ruling" | "sign" | "contact" | "inner" | "review" | "signoff" | "reply" | "redo" | "return";
            /**
             * Counts First Day
             * @default false
             */
            counts_first_day: boolean;
            /** Limit Text */
            limit_text: string;
            /** Reason */
            reason: string;
            /** Share */
            share?: number | null;
            /** Types */
            types?: string[] | null;
            /** Unit Kinds */
            unit_kinds?: string[] | null;
            /** Units */
            units?: number[] | null;
            /** Urgencies */
            urgencies?: string[] | null;
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
        };
        /**
         * ClockRuleInForce
         * @description 一条现行时限规则。
         */
        ClockRuleInForce: {
            /** Categories */
            categories?: string[] | null;
            /**
             * Clock
             * @enum {string}
             */
            clock: "place" | "decide" | "ruling" | "sign" | "contact" | "inner" | "review" | "signoff" | "reply" | "redo" | "return";
            /**
             * Counts First Day
             * @default false
             */
            counts_first_day: boolean;
            /** Limit Text */
            limit_text: string;
            /** Ordinal */
            ordinal: number;
            /** Reason */
            reason: string;
            /** Share */
            share?: number | null;
            /** Types */
            types?: string[] | null;
            /** Unit Kinds */
            unit_kinds?: string[] | null;
            /** Units */
            units?: number[] | null;
            /** Urgencies */
            urgencies?: string[] | null;
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
        };
        /**
         * ClockRulesForm
         * @description 保存一版时限规则。
         */
        ClockRulesForm: {
            /** Based On */
            based_on: number;
            /** Note */
            note: string;
            /** Rules */
            rules: components["schemas"]["ClockRuleForm"][];
        };
        /**
         * ClockWarning
         * @description 一次提醒：时间过半、八成、只剩两小时、逾期。
         */
        ClockWarning: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Fired */
            fired: boolean;
            /**
             * Mark
             * @enum {string}
             */
            mark: "half" | "soon" | "two_hours" | "overdue";
        };
        /**
         * ClosingRules
         * @description 答复与办结规则，含历史：现行的在前。
         */
        ClosingRules: {
            /** Evidence */
            evidence: components["schemas"]["EvidenceRule"][];
            /** Placeholders */
            placeholders: string[];
            /** Settings */
            settings: components["schemas"]["ReplySettingVersion"][];
            /** Signoff */
            signoff: components["schemas"]["SignoffRule"][];
            /** Texts */
            texts: components["schemas"]["StandardText"][];
            /** Words */
            words: components["schemas"]["SensitiveWord"][];
        };
        /**
         * Colleague
         * @description 可以接手的同事。
         */
        Colleague: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Post */
            post: string;
        };
        /**
         * Column
         * @description 文件里的一列。
         */
        Column: {
            /** Filled */
            filled: number;
            /** Name */
            name: string;
            /** Samples */
            samples: string[];
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "integer" | "number" | "date" | "other";
        };
        /**
         * CommandAnswer
         * @description 操作之后的工单；重发的操作如今已看不到工单时，没有 row。proposed：因此建议的别名。
         */
        CommandAnswer: {
            /** Events */
            events: string[];
            proposed?: components["schemas"]["ProposedName"] | null;
            row: components["schemas"]["TicketRow"] | null;
            /** Version */
            version: number | null;
        };
        /**
         * CommandForm
         * @description 一次操作。
         */
        CommandForm: {
            /**
             * Done At
             * @description 离线办理时的实际时间
             */
            done_at?: string | null;
            /**
             * Fields
             * @default {}
             */
            fields: {
                [key: string]: unknown;
            };
            /**
             * Operation
             * Format: uuid
             * @description 操作编号：重发用同一个，只办一次
             */
            operation: string;
            /**
             * Person
             * @description 办理人：离线存下的操作只能由本人登录后发送
             */
            person?: number | null;
            /** @description 离线办理时看到的状态 */
            state_seen?: components["schemas"]["State"] | null;
        };
        /**
         * Counted
         * @description 按某一版边界的统计，合计等于这段时间收到的工单数。
         */
        Counted: {
            /**
             * Level
             * @enum {string}
             */
            level: "town" | "village" | "cell" | "police_grid";
            /** Rows */
            rows: components["schemas"]["CountedArea"][];
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /** Total */
            total: number;
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
            /** Version */
            version: number;
        };
        /**
         * CountedArea
         * @description 一块的工单数：exact 精确归属，apportioned 按面积分摊；code 为 null 的是归不到任何块的。
         */
        CountedArea: {
            /** Apportioned */
            apportioned: number;
            /** Code */
            code: string | null;
            /** Exact */
            exact: number;
            /** Name */
            name: string;
            /** Tickets */
            tickets: number;
        };
        /**
         * CountedTicket
         * @description 指标背后的一张工单，以及它在分子里算多少。
         */
        CountedTicket: {
            /** Amount */
            amount: number;
            /** Part */
            part: boolean;
            row: components["schemas"]["TicketRow"];
        };
        /**
         * CountedTickets
         * @description 一页工单；next：下一页从哪里起。
         */
        CountedTickets: {
            /** Next */
            next: number | null;
            /** Tickets */
            tickets: components["schemas"]["CountedTicket"][];
        };
        /**
         * Counts
         * @description 各层图形数。
         */
        Counts: {
            /** Cell */
            cell: number;
            /** Police Grid */
            police_grid: number;
            /** Town */
            town: number;
            /** Village */
            village: number;
        };
        /**
         * Crosswalk
         * @description 两个版本之间的对照。
         */
        Crosswalk: {
            /** Rows */
            rows: components["schemas"]["SharedGround"][];
        };
        /**
         * DangerForm
         * @description 登记警情移交：现在就有危险的，先拨 110，再登记。
         */
        DangerForm: {
            /**
             * Phone
             * @default 110
             * @enum {string}
             */
            phone: "110" | "police_station" | "119" | "120" | "122";
            /** Result */
            result: string;
            /** What */
            what: string;
            /** Whom */
            whom: string;
        };
        /**
         * DangerTrial
         * @description 试算结果：asked 件里 flagged 件会标出，现行的标出 former 件；工单只列给区中心值班员。
         */
        DangerTrial: {
            /** Asked */
            asked: number;
            /** Fewer */
            fewer: number;
            /** Flagged */
            flagged: number;
            /** Former */
            former: number;
            /** Listed */
            listed: components["schemas"]["FlaggedTicket"][];
            /** More */
            more: number;
            /** Words */
            words: components["schemas"]["SaidWord"][];
        };
        /**
         * DangerTrialForm
         * @description 试算：最近多少件工单里，这些词会标出哪些。
         */
        DangerTrialForm: {
            /**
             * Danger Words
             * @description 危险词
             */
            danger_words: string[];
            /**
             * Most
             * @default 2000
             */
            most: number;
        };
        /**
         * DayForm
         * @description 改一天。
         */
        DayForm: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "off" | "work" | "usual";
            /**
             * Name
             * @default
             */
            name: string;
            /** Note */
            note: string;
        };
        /**
         * Decision
         * @description 核准或不采纳；不采纳要写原因。
         */
        Decision: {
            /** Approve */
            approve: boolean;
            /** Reason */
            reason?: string | null;
        };
        /**
         * DeclareForm
         * @description 改正渠道声明的坐标系。
         */
        DeclareForm: {
            /** Datum */
            datum: string;
            /** Note */
            note: string;
        };
        /**
         * DeclaredDatum
         * @description 渠道现在声明的坐标系。
         */
        DeclaredDatum: {
            /** Datum */
            datum: string;
            /** Source */
            source: string;
        };
        /**
         * Deed
         * @description 对一处地名做过的事。
         */
        Deed: {
            /** Action */
            action: string;
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            } | null;
            /** Person */
            person: string | null;
            /** Reason */
            reason: string | null;
        };
        /**
         * DeliveredMessage
         * @description 一条消息的结果；工单编号只留后四位。
         */
        DeliveredMessage: {
            /** Errors */
            errors: components["schemas"]["FieldReason"][];
            /** Note */
            note: string | null;
            /** Order */
            order: string | null;
            /** Outcome */
            outcome: string;
            /** Ticket */
            ticket: string | null;
            /** Warnings */
            warnings: components["schemas"]["FieldReason"][];
        };
        /**
         * Delivery
         * @description 一次向热线的上报。
         */
        Delivery: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Sent At */
            sent_at: string | null;
            /** State */
            state: string;
            /** Status */
            status: string;
        };
        /**
         * DeskSetting
         * @description 指挥台提醒的现行版本。
         */
        DeskSetting: {
            /** Chase Minutes */
            chase_minutes: number;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Danger Words */
            danger_words: string[];
            /** Note */
            note: string;
            /** Version */
            version: number;
        };
        /**
         * DeskSettingForm
         * @description 改指挥台提醒：成为新版本，立即生效。
         */
        DeskSettingForm: {
            /**
             * Based On
             * @description 在哪一版上修改
             */
            based_on: number;
            /**
             * Chase Minutes
             * @description 多少分钟内再催办要确认
             */
            chase_minutes: number;
            /**
             * Danger Words
             * @description 危险词
             */
            danger_words: string[];
            /**
             * Note
             * @description 为什么改
             */
            note: string;
        };
        /**
         * Directory
         * @description 通讯录与名称。
         */
        Directory: {
            /** Categories */
            categories: components["schemas"]["Category"][];
            /** People */
            people: components["schemas"]["DirectoryPerson"][];
            /** Towns */
            towns: components["schemas"]["Town"][];
            /** Units */
            units: components["schemas"]["DirectoryUnit"][];
            /** Villages */
            villages: components["schemas"]["Village"][];
        };
        /**
         * DirectoryPerson
         * @description 通讯录中的人员（按单位各一条）。
         */
        DirectoryPerson: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Phone Masked */
            phone_masked: string;
            /** Post */
            post: string;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /** Unit */
            unit: number;
        };
        /**
         * DirectoryUnit
         * @description 单位。
         */
        DirectoryUnit: {
            /** Center */
            center: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string | null;
            /** Town */
            town: string | null;
            /** Village */
            village: string | null;
        };
        /**
         * DisableForm
         * @description 停用或恢复账号。
         */
        DisableForm: {
            /** Disabled */
            disabled: boolean;
        };
        /**
         * Door
         * @description How somebody here heard of it (来源).
         * @enum {string}
         */
        Door: "call" | "visit" | "leader" | "chat" | "police" | "patrol";
        /**
         * DraftedVersion
         * @description 新起的草稿。
         */
        DraftedVersion: {
            /** Version */
            version: number;
        };
        /**
         * DrawnArea
         * @description 画的一片范围：GeoJSON 面，WGS 84，一个闭合的环。
         */
        DrawnArea: {
            /** Coordinates */
            coordinates: [
                number,
                number
            ][][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "Polygon";
        };
        /**
         * DrawnLine
         * @description 沿路、沿河画的一条线：GeoJSON 线，WGS 84；两侧多少米另给。
         */
        DrawnLine: {
            /** Coordinates */
            coordinates: [
                number,
                number
            ][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LineString";
        };
        /**
         * DutyPerson
         * @description 可以排班的人；own：本单位的。
         */
        DutyPerson: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Own */
            own: boolean;
            /** Post */
            post: string;
        };
        /**
         * DutyWeek
         * @description 一个单位一段时间的班，与可以排班的人。
         */
        DutyWeek: {
            /** People */
            people: components["schemas"]["DutyPerson"][];
            /** Shifts */
            shifts: components["schemas"]["Shift"][];
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * EarlyWarning
         * @description 预警工单：预回访不满意，还没有答复出去。
         */
        EarlyWarning: {
            /** At */
            at: string | null;
            /** Number */
            number: string;
            state: components["schemas"]["State"];
            /** Text */
            text: string | null;
            /** Ticket */
            ticket: number;
            /** Title */
            title: string;
        };
        /**
         * EditedCell
         * @description 手工改一个网格；不改的不填，警格填 null 表示去掉。
         */
        EditedCell: {
            /** Kind */
            kind?: ("general" | "dedicated") | null;
            /** Name */
            name?: string | null;
            /** Police Grid */
            police_grid?: string | null;
        };
        /**
         * EndCategoryForm
         * @description 停用分类：day 不填为今天；successor：热线再写它的路径和叫法，归到哪个分类。
         */
        EndCategoryForm: {
            /** Day */
            day?: string | null;
            /**
             * Reason
             * @description 原因
             */
            reason: string;
            /** Successor */
            successor?: string | null;
        };
        /**
         * EndForm
         * @description 结束岗位。successor：谁接手；不填则退回单位。
         */
        EndForm: {
            /** At */
            at?: string | null;
            /**
             * Reason
             * @default
             */
            reason: string;
            role: components["schemas"]["Role"];
            /** Successor */
            successor?: number | null;
            /** Unit */
            unit: number;
        };
        /**
         * EndSecretForm
         * @description 停用一把推送密钥。
         */
        EndSecretForm: {
            /**
             * Hours
             * @description 新旧并行多少小时；0 为立即停用
             * @default 24
             */
            hours: number;
        };
        /**
         * EndUnitForm
         * @description 停用单位：at 不填为立即。
         */
        EndUnitForm: {
            /** At */
            at?: string | null;
            /**
             * Reason
             * @description 原因
             */
            reason: string;
        };
        /**
         * EnforcementCase
         * @description 一条执法线索，以及它成为的案件。
         */
        EnforcementCase: {
            /** Case No */
            case_no: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Clue */
            clue: string;
            /** Decided At */
            decided_at: string | null;
            /** Decision */
            decision: string | null;
            /** Decision On */
            decision_on: string | null;
            /** Full Record */
            full_record: string | null;
            /** Id */
            id: number;
            /** Legal Review */
            legal_review: string | null;
            /** Listed */
            listed: boolean | null;
            /** Officers */
            officers: string[];
            /** Published On */
            published_on: string | null;
            /** Reason */
            reason: string | null;
            /**
             * Referred At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            referred_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "referred" | "filed" | "not_filed" | "closed";
            /** Unit */
            unit: string;
        };
        /**
         * Entry
         * @description 一条：``row`` 是工单现在的公开行，``leave`` 表示离开了读者的视野；两者恰有其一。
         */
        Entry: {
            /** Event */
            event: string;
            /** Leave */
            leave?: true | null;
            row?: components["schemas"]["TicketRow"] | null;
            /** Seq */
            seq: number;
            /** Ticket */
            ticket: number;
            /** Version */
            version: number;
        };
        /**
         * Ephemeral
         * @description 谁正在看一张工单；没有编号，不属于状态。
         */
        Ephemeral: {
            /**
             * Kind
             * @constant
             */
            kind: "presence";
            /** People */
            people: components["schemas"]["PresentPerson"][];
            /** Ticket */
            ticket: number;
            /**
             * Type
             * @constant
             */
            type: "ephemeral";
        };
        /**
         * Evidence
         * @description 一张佐证照片，或一段语音（kind 为 voice，没有宽高，有秒数）。
         */
        Evidence: {
            /** From Gallery */
            from_gallery: boolean;
            /** Height */
            height: number;
            /** Id */
            id: string;
            /** Kind */
            kind: ("before" | "after" | "document" | "voice") | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Mime */
            mime: string;
            /** Person Name */
            person_name: string;
            /**
             * Received At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            received_at: string;
            /** Seconds */
            seconds: number | null;
            /** Taken At */
            taken_at: string | null;
            /** Unit Name */
            unit_name: string;
            /** Url */
            url: string;
            /** Width */
            width: number;
        };
        /**
         * EvidenceAsked
         * @description 佐证：规则要求什么、还缺什么、照片的位置和时间有什么不符。
         */
        EvidenceAsked: {
            /** Doubts */
            doubts: string[];
            /** Lacking */
            lacking: string | null;
            /** Least */
            least: number;
            /** Needs */
            needs: string[];
            /** Reason */
            reason: string | null;
            /** Why */
            why: string | null;
        };
        /**
         * EvidenceRule
         * @description 佐证规则，含历史。
         */
        EvidenceRule: {
            /**
             * Category
             * @description 诉求分类及其下级；空为不限
             */
            category?: string | null;
            /**
             * Category Asks
             * @description 只用于分类本身规定要照片的诉求
             * @default false
             */
            category_asks: boolean;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Former */
            former?: number | null;
            /**
             * How Closed
             * @description 办结方式；空为不限
             */
            how_closed?: ("solved" | "partly" | "explained" | "ground" | "referred" | "stage")[] | null;
            /** Id */
            id: number;
            /**
             * Kinds
             * @default []
             */
            kinds: ("before" | "after" | "document")[];
            /**
             * Least
             * @description 最少几张
             * @default 1
             */
            least: number;
            /**
             * Ordinal
             * @description 次序：小的先看，第一条适用的作数
             * @default 100
             */
            ordinal: number;
            /** Reason */
            reason: string;
            /**
             * Within Hours
             * @description 多少小时以内拍摄
             */
            within_hours?: number | null;
            /**
             * Within M
             * @description 距诉求位置多少米以内
             */
            within_m?: number | null;
        };
        /**
         * EvidenceRuleForm
         * @description 佐证规则。
         */
        EvidenceRuleForm: {
            /**
             * Category
             * @description 诉求分类及其下级；空为不限
             */
            category?: string | null;
            /**
             * Category Asks
             * @description 只用于分类本身规定要照片的诉求
             * @default false
             */
            category_asks: boolean;
            /** Former */
            former?: number | null;
            /**
             * How Closed
             * @description 办结方式；空为不限
             */
            how_closed?: ("solved" | "partly" | "explained" | "ground" | "referred" | "stage")[] | null;
            /**
             * Kinds
             * @default []
             */
            kinds: ("before" | "after" | "document")[];
            /**
             * Least
             * @description 最少几张
             * @default 1
             */
            least: number;
            /**
             * Ordinal
             * @description 次序：小的先看，第一条适用的作数
             * @default 100
             */
            ordinal: number;
            /** Reason */
            reason: string;
            /**
             * Within Hours
             * @description 多少小时以内拍摄
             */
            within_hours?: number | null;
            /**
             * Within M
             * @description 距诉求位置多少米以内
             */
            within_m?: number | null;
        };
        /**
         * ExplainedClock
         * @description 一个时限，以及为什么是这个时刻。
         */
        ExplainedClock: {
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "place" | "decide" | "ruling" | "sign" | "contact" | "inner" | "halt" | "review" | "signoff" | "reply" | "redo";
            /** Paused At */
            paused_at: string | null;
            /** Reason */
            reason: string;
            /**
             * Started At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            started_at: string;
            /** Stopped At */
            stopped_at: string | null;
            /** Unannounced */
            unannounced: boolean;
            /** Warned */
            warned: ("soon" | "overdue") | null;
            /** Warnings */
            warnings: components["schemas"]["ClockWarning"][];
            /** Why */
            why: string[];
        };
        /**
         * Fault
         * @description 检查发现的一处问题。
         */
        Fault: {
            /** Area M2 */
            area_m2: number;
            /** Codes */
            codes: string[];
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /**
             * Layer
             * @enum {string}
             */
            layer: "town" | "village" | "cell" | "police_grid";
            /** Repair */
            repair: string | null;
            /** Says */
            says: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "blocking" | "warning";
            /** Width M */
            width_m: number;
        };
        /**
         * Faults
         * @description 最近一次检查发现的问题，以及在哪次修订。
         */
        Faults: {
            /** Faults */
            faults: components["schemas"]["Fault"][];
            /** Revision */
            revision: number | null;
        };
        /**
         * Features
         * @description GeoJSON:现行先例的位置与范围。
         */
        Features: {
            /** Features */
            features: {
                [key: string]: unknown;
            }[];
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
        };
        /**
         * FieldCondition
         * @description 另一项填了这些值之一时才要填。
         */
        FieldCondition: {
            /** Field */
            field: string;
            /** Values */
            values: string[];
        };
        /**
         * FieldCount
         * @description 一个字段在多少条消息里读法不同。
         */
        FieldCount: {
            /** Field */
            field: string;
            /** Items */
            items: number;
        };
        /**
         * FieldDescription
         * @description 一个操作要填的一项。
         */
        FieldDescription: {
            /** Choices */
            choices?: components["schemas"]["Choice"][] | null;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Required */
            required: boolean;
            /** Value */
            value?: unknown;
            when?: components["schemas"]["FieldCondition"] | null;
        };
        /**
         * FieldProblem
         * @description 表单中一项的问题。
         */
        FieldProblem: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
        };
        /**
         * FieldReason
         * @description 热线的一个字段，和它的问题。
         */
        FieldReason: {
            /** Field */
            field: string;
            /** Reason */
            reason: string;
        };
        /**
         * Figures
         * @description 一个窗口内各单位的指标。
         */
        Figures: {
            /** Formula */
            formula: string;
            /** Setting */
            setting: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            total: components["schemas"]["TotalFigures"];
            /** Units */
            units: components["schemas"]["UnitFigures"][];
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
        };
        /**
         * FilledText
         * @description 一条标准答复，已按本件情况填好。
         */
        FilledText: {
            /** Id */
            id: number;
            /** Title */
            title: string;
            /** Words */
            words: string;
        };
        /**
         * Flag
         * @description What a person found a ticket to be: hard to settle (疑难), or asking for what nobody owes (不合理诉求).
         * @enum {string}
         */
        Flag: "difficult" | "unreasonable";
        /**
         * FlaggedTicket
         * @description 会标出（或不再标出）的工单。
         */
        FlaggedTicket: {
            /** Former */
            former: string[];
            /** Id */
            id: number;
            /** Number */
            number: string;
            /** Title */
            title: string;
            /** Words */
            words: string[];
        };
        /**
         * FormulaText
         * @description 一个指标的口径。
         */
        FormulaText: {
            /** Average */
            average: boolean;
            /** Code */
            code: string;
            /** Denominator */
            denominator: string;
            /** Name */
            name: string;
            /** Numerator */
            numerator: string;
        };
        /**
         * Frame
         * @description 一个流里从 ``from`` 到 ``to`` 的全部变化；看不到的部分由范围覆盖。
         */
        Frame: {
            /** Entries */
            entries: components["schemas"]["Entry"][];
            /** Epoch */
            epoch: string;
            /** From */
            from: number;
            /** Stream */
            stream: number;
            /** To */
            to: number;
            /**
             * Type
             * @constant
             */
            type: "frame";
        };
        /**
         * GoOnForm
         * @description 转到下一步。
         */
        GoOnForm: {
            /**
             * State
             * @enum {string}
             */
            state: "ruling" | "locked" | "published";
        };
        /**
         * Grievance
         * @description 一件投诉建议和它的答复。不具名的，没有 person_name 和 unit_name。
         */
        Grievance: {
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Answered By */
            answered_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Named */
            named: boolean;
            /** Person Name */
            person_name: string | null;
            /**
             * Said At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            said_at: string;
            /** Unit Name */
            unit_name: string | null;
            /** Words */
            words: string;
        };
        /**
         * GrievanceAnswer
         * @description 督查员的答复。
         */
        GrievanceAnswer: {
            /** Answer */
            answer: string;
        };
        /**
         * GrievanceForm
         * @description 一件投诉建议。id 由手机生成，重发时不变。
         */
        GrievanceForm: {
            /**
             * Done At
             * @description 写的时间：没有网络时先存在手机里
             */
            done_at?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Named
             * @description 是否具名；不具名的，督查员看不到姓名和单位
             * @default true
             */
            named: boolean;
            /**
             * Person
             * @description 谁写的：手机上存着的，由本人登录后才发
             */
            person?: number | null;
            /** Words */
            words: string;
        };
        /**
         * Ground
         * @description 底图：瓦片地址（下层在前）与来源。
         */
        Ground: {
            /** Attribution */
            attribution: string;
            /** Urls */
            urls: string[];
        };
        /**
         * GroundForm
         * @description 新增一条依据。
         */
        GroundForm: {
            /**
             * Code
             * @description 热线规定的编号，没有可不填
             */
            code?: string | null;
            kind: components["schemas"]["RequestKind"];
            /** Name */
            name: string;
        };
        /**
         * Handover
         * @description 一次交接班；confirmed_at 是接班人确认的时间。
         */
        Handover: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Confirmed At */
            confirmed_at: string | null;
            /** From Name */
            from_name: string;
            /** From Person */
            from_person: number;
            /** Id */
            id: number;
            items: components["schemas"]["HandoverItems"];
            /** Notes */
            notes: string;
            /** Sound Heard */
            sound_heard: boolean;
            /** To Name */
            to_name: string;
            /** To Person */
            to_person: number;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * HandoverForm
         * @description 交班。
         */
        HandoverForm: {
            /**
             * Notes
             * @default
             */
            notes: string;
            /**
             * Sound Heard
             * @description 提示音自检：听到了
             */
            sound_heard: boolean;
            /** To Person */
            to_person: number;
            /** Unit */
            unit: number;
        };
        /**
         * HandoverItems
         * @description 交接清单：逾期、今日到期、特急、等上级答复、答应诉求人的、要再打的、没人打开的。
         */
        HandoverItems: {
            /** Above */
            above: components["schemas"]["HandoverTicket"][];
            /** Call Again */
            call_again: components["schemas"]["HandoverTicket"][];
            /** Critical */
            critical: components["schemas"]["HandoverTicket"][];
            /** Due Today */
            due_today: components["schemas"]["HandoverTicket"][];
            /** Overdue */
            overdue: components["schemas"]["HandoverTicket"][];
            /** Promises */
            promises: components["schemas"]["HandoverTicket"][];
            /** Unread */
            unread: components["schemas"]["HandoverTicket"][];
        };
        /**
         * HandoverTicket
         * @description 交接清单里的一张工单。
         */
        HandoverTicket: {
            /** Id */
            id: number;
            /** Note */
            note: string | null;
            /** Number */
            number: string;
            /** Title */
            title: string;
        };
        /**
         * Health
         * @description 系统状态。
         */
        Health: {
            /** Checks */
            checks: components["schemas"]["CheckAnswer"][];
            status: components["schemas"]["Status"];
        };
        /**
         * HealthFinding
         * @description 一项不正常：哪一项，降级还是停止，该怎么办。
         */
        HealthFinding: {
            /** Detail */
            detail: string;
            /** Name */
            name: string;
            /**
             * Status
             * @enum {string}
             */
            status: "degraded" | "down";
            /**
             * Told
             * @description 同一句话的其他语言，如 en
             */
            told: {
                [key: string]: string;
            };
        };
        /**
         * HealthMessage
         * @description 系统状态变了：正常时没有 findings。
         */
        HealthMessage: {
            /** Findings */
            findings: components["schemas"]["HealthFinding"][];
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "degraded" | "down";
            /**
             * Type
             * @constant
             */
            type: "health";
        };
        /**
         * HeatBranch
         * @description 一个大类有几件；空名是没有分类的。
         */
        HeatBranch: {
            /** Name */
            name: string | null;
            /** Tickets */
            tickets: number;
        };
        /**
         * HeatHexagon
         * @description 一个六边形：从原点向东几个半宽、向北几行；整段合计，以及有件的各时段与件数。
         */
        HeatHexagon: {
            /** At */
            at: number[];
            /** East */
            east: number;
            /** North */
            north: number;
            /** Tickets */
            tickets: number[];
            /** Whole */
            whole: number;
        };
        /**
         * HeatLattice
         * @description 六边形从哪里数起（度），以及那里一度有多少米。
         */
        HeatLattice: {
            /** East M */
            east_m: number;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** North M */
            north_m: number;
        };
        /**
         * HeatPicture
         * @description 一段时间内收到的工单，按六边形、按地方、按时段计数。
         *
         *     steps：各时段合计；coarse：位置不够细、nowhere：没有位置，都不在六边形里；floor：少于此数的不单独说。
         */
        HeatPicture: {
            /** Coarse */
            coarse: number;
            /** Floor */
            floor: number;
            /** Hexagons */
            hexagons: components["schemas"]["HeatHexagon"][];
            lattice: components["schemas"]["HeatLattice"];
            /** Nowhere */
            nowhere: number;
            /** Places */
            places: components["schemas"]["HeatPlace"][];
            /** Seconds */
            seconds: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /** Steps */
            steps: number[];
            /** Total */
            total: number;
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
            /** Width M */
            width_m: number;
        };
        /**
         * HeatPlace
         * @description 一个镇街（镇街的人看：一个村）；code 为空是未定位到镇街的。
         */
        HeatPlace: {
            /** At */
            at: number[];
            /** Code */
            code: string | null;
            /** Name */
            name: string | null;
            /** Tickets */
            tickets: number[];
            /** Whole */
            whole: number;
        };
        /**
         * HeatTickets
         * @description 一个数字背后的工单一页，和全部的件数、在办数、分类。
         */
        HeatTickets: {
            /** Branches */
            branches: components["schemas"]["HeatBranch"][];
            /** Next */
            next: number | null;
            /** Open */
            open: number;
            /** Tickets */
            tickets: components["schemas"]["TicketRow"][];
            /** Total */
            total: number;
        };
        /**
         * Hello
         * @description 第一条消息：一次性连接凭证。
         */
        Hello: {
            /** Ticket */
            ticket: string;
            /**
             * Type
             * @constant
             */
            type: "hello";
        };
        /**
         * Home
         * @description 打开页面时看哪里。bounds：西、南、东、北（度）。
         */
        Home: {
            /** Bounds */
            bounds: [
                number,
                number,
                number,
                number
            ] | null;
            /** Town */
            town: string | null;
            /** Unit */
            unit: number | null;
        };
        /**
         * HoursForm
         * @description 保存一版办公时间。
         */
        HoursForm: {
            /** Based On */
            based_on: number;
            /** Note */
            note: string;
            /** Seasons */
            seasons: components["schemas"]["SeasonForm"][];
        };
        /**
         * InForce
         * @description 现行设置。
         */
        InForce: {
            /** Least Precision */
            least_precision: number;
            thresholds: components["schemas"]["Thresholds"];
            /** Version */
            version: number;
        };
        /**
         * IndexState
         * @description 地名索引的状态。version 在用的版本；latest 库里最新的版本，两者不同时正在更换。
         */
        IndexState: {
            /** Aliases */
            aliases: number;
            /** Build Seconds */
            build_seconds: number;
            /**
             * Built At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            built_at: string;
            /** Checksum */
            checksum: string;
            /** Latest */
            latest: number;
            /** Longest Stall Ms */
            longest_stall_ms: number;
            /** Memory Bytes */
            memory_bytes: number;
            /** Names */
            names: number;
            /** Places */
            places: number;
            /** Version */
            version: number;
        };
        /**
         * InspectedLayer
         * @description 文件里的一个图层，以及怎么读的猜测。
         */
        InspectedLayer: {
            /** Bounds */
            bounds: [
                number,
                number,
                number,
                number
            ] | null;
            /** Columns */
            columns: components["schemas"]["Column"][];
            /** Datum */
            datum: string | null;
            /** Datum Guess */
            datum_guess: string | null;
            /** Declared As */
            declared_as: string;
            /** Features */
            features: number;
            /** Geometry */
            geometry: {
                [key: string]: number;
            };
            /**
             * Holds
             * @enum {string}
             */
            holds: "town" | "village" | "cell" | "police_grid";
            /** Mapping */
            mapping: {
                [key: string]: string | null;
            };
            /** Mappings */
            mappings: {
                [key: string]: {
                    [key: string]: string | null;
                };
            };
            /** Name */
            name: string;
            /** Outlines */
            outlines: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Refused */
            refused: string | null;
            /** Remarks */
            remarks: string[];
            /** Swapped */
            swapped: boolean;
        };
        /**
         * Inspection
         * @description 文件里有什么。
         */
        Inspection: {
            /** Encoding */
            encoding: string;
            /** Format */
            format: string;
            /** Format Name */
            format_name: string;
            /** Layers */
            layers: components["schemas"]["InspectedLayer"][];
            /** Problems */
            problems: string[];
            /** Size */
            size: number;
        };
        /**
         * IntakeDelivery
         * @description 一次推送：收下几条、拒收几条，各条的结果（拒收的在前，最多二十条）。
         */
        IntakeDelivery: {
            /** Accepted */
            accepted: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id: string;
            /** Refused */
            refused: number;
            /** Results */
            results: components["schemas"]["DeliveredMessage"][];
        };
        /**
         * IntakeOverview
         * @description 全部来源、接入配置，和配置里可以对照的字段。
         */
        IntakeOverview: {
            /** Fields */
            fields: string[];
            /** Profiles */
            profiles: components["schemas"]["NamedProfile"][];
            /** Sources */
            sources: components["schemas"]["IntakeSource"][];
        };
        /**
         * IntakeProfile
         * @description 一个接入配置的各版，新的在前。
         */
        IntakeProfile: {
            /** Name */
            name: string;
            /** Sources */
            sources: string[];
            /** Versions */
            versions: components["schemas"]["ProfileVersion"][];
        };
        /**
         * IntakeSource
         * @description 一个推送来源：地址、接入配置、最近一天推送了多少。
         */
        IntakeSource: {
            /**
             * Accepted
             * @description 近 24 小时收下的消息
             */
            accepted: number;
            /** Active */
            active: boolean;
            /**
             * Address
             * @description 推送地址
             */
            address: string;
            /**
             * Callback Url
             * @description 办理状态回传到哪里
             */
            callback_url: string | null;
            /** Datum */
            datum: string;
            /**
             * Dead
             * @description 没有等到工单的消息
             */
            dead: number;
            /**
             * Deliveries
             * @description 近 24 小时的推送次数
             */
            deliveries: number;
            /** Id */
            id: string;
            /** Last At */
            last_at: string | null;
            /** Name */
            name: string;
            /** Platform */
            platform: ("hotline" | "police") | null;
            /** Profile */
            profile: string;
            /** Profile Version */
            profile_version: number;
            /**
             * Refused
             * @description 近 24 小时拒收的消息
             */
            refused: number;
            /**
             * Secrets
             * @description 登记的推送密钥数
             */
            secrets: number;
            /**
             * Signs Reports
             * @description 有回传签名的密钥
             */
            signs_reports: boolean;
            /**
             * Waiting
             * @description 先于工单到达、保留中的消息
             */
            waiting: number;
        };
        /**
         * JointChange
         * @description 一次变更。
         */
        JointChange: {
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Person */
            person: string | null;
            /** Reason */
            reason: string | null;
            /** Subject */
            subject: string;
            /** What */
            what: string;
        };
        /**
         * JointSetting
         * @description 联办设置的一个版本。
         */
        JointSetting: {
            /** Active */
            active: boolean;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Least Likeness */
            least_likeness: number;
            /** Near M */
            near_m: number;
            /** Note */
            note: string;
            /** Outside Days */
            outside_days: number;
            /** Report In Minutes */
            report_in_minutes: number;
            /** Version */
            version: number;
            /** Within Days */
            within_days: number;
        };
        /**
         * JointSettingForm
         * @description 改联办设置：成为新的版本，立即生效。
         */
        JointSettingForm: {
            /**
             * Least Likeness
             * @description 相似诉求：内容至少多相近（0 到 1）
             */
            least_likeness: number;
            /**
             * Near M
             * @description 相似诉求：多近算相近（米）
             */
            near_m: number;
            /**
             * Note
             * @description 为什么改
             */
            note: string;
            /**
             * Outside Days
             * @description 外单位答复期限（天）
             */
            outside_days: number;
            /**
             * Report In Minutes
             * @description 吹哨的应到时间（分钟）
             */
            report_in_minutes: number;
            /**
             * Within Days
             * @description 相似诉求：前后多少天
             */
            within_days: number;
        };
        /**
         * JointSettings
         * @description 联办设置的全部版本、外单位、变更记录，以及可选的镇街。
         */
        JointSettings: {
            /** Bodies */
            bodies: components["schemas"]["OutsideBody"][];
            /** Changes */
            changes: components["schemas"]["JointChange"][];
            /** Settings */
            settings: components["schemas"]["JointSetting"][];
            /** Towns */
            towns: components["schemas"]["Town"][];
        };
        /**
         * JointWaiting
         * @description 别人欠着的：吹哨与双交办、对外转办单、执法案件。
         */
        JointWaiting: {
            /** Called */
            called: components["schemas"]["CalledUnit"][];
            /** Cases */
            cases: components["schemas"]["OpenCase"][];
            /** Transfers */
            transfers: components["schemas"]["OpenTransfer"][];
        };
        /**
         * JourneyStep
         * @description 流转记录中的一步。
         */
        JourneyStep: {
            /** Actor */
            actor: string;
            /** Actor Name */
            actor_name: string | null;
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Command */
            command: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            } | null;
            /** Done At */
            done_at: string | null;
            /** Event */
            event: string;
            state_to: components["schemas"]["State"];
            /** Unit Name */
            unit_name: string | null;
            /** Version */
            version: number;
        };
        /**
         * KeptChange
         * @description 一次变更：谁、什么时候、从什么改成什么、为什么。label：改的那一条叫什么。
         */
        KeptChange: {
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Label */
            label: string | null;
            /** Person */
            person: string | null;
            /** Reason */
            reason: string | null;
            /** Subject */
            subject: string;
            /** What */
            what: string;
        };
        /**
         * LeadProposal
         * @description 建议的主办，以及为什么是他。
         */
        LeadProposal: {
            /** Person */
            person: number | null;
            /** Person Name */
            person_name: string | null;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
            /** Why */
            why: string[];
        };
        /**
         * Leaves
         * @description 离岗之前看一眼：名下在办的工单，谁可以接手。
         */
        Leaves: {
            /** Colleagues */
            colleagues: components["schemas"]["Colleague"][];
            /** Tickets */
            tickets: components["schemas"]["OpenWork"][];
        };
        /**
         * Left
         * @description 没能移到新版的未结工单。
         */
        Left: {
            /** Tickets */
            tickets: components["schemas"]["LeftTicket"][];
        };
        /**
         * LeftTicket
         * @description 没能移到新版的一张工单；settled 为已另行处理。
         */
        LeftTicket: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Center */
            center: string;
            /** Number */
            number: string;
            /** Settled */
            settled: boolean;
            /** Ticket */
            ticket: number;
            /** Why */
            why: string;
        };
        /**
         * Liaison
         * @description 部门联络员。
         */
        Liaison: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * LikeCase
         * @description 一次同类裁定。
         */
        LikeCase: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Basis */
            basis: string | null;
            /**
             * Command
             * @enum {string}
             */
            command: "decide" | "grant" | "force";
            /** From Name */
            from_name: string | null;
            /** Metres */
            metres: number | null;
            /** Number */
            number: string;
            /** Path */
            path: string | null;
            /** Person */
            person: string | null;
            /** Place Name */
            place_name: string | null;
            /** Reason */
            reason: string | null;
            /** Return Reason */
            return_reason: string | null;
            /** Ticket */
            ticket: number;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * LimitForm
         * @description 改一类申请的答复时限。
         */
        LimitForm: {
            /** Answer Minutes */
            answer_minutes: number;
        };
        /**
         * LinkForm
         * @description 短信链接里的口令。
         */
        LinkForm: {
            /** Token */
            token: string;
        };
        /**
         * LinkOpened
         * @description 链接打开的工单；link 是页面以后说明用的是哪个链接的名字（请求头 X-Dispatch-Link）。
         */
        LinkOpened: {
            /** Link */
            link: string;
            /** Ticket */
            ticket: number;
        };
        /**
         * LinkStanding
         * @description 此设备上的链接：哪张工单、办理人、有疑问打哪个电话；now：服务器时间，离线办理按它记时。
         */
        LinkStanding: {
            /** Center Name */
            center_name: string;
            /** Center Phone */
            center_phone: string | null;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Person */
            person: number;
            /** Person Name */
            person_name: string;
            /** Ticket */
            ticket: number;
        };
        /**
         * ListFault
         * @description 清单里读不出来的一行。
         */
        ListFault: {
            /** Field */
            field: string;
            /** Reason */
            reason: string;
        };
        /**
         * ListField
         * @description 可以对应的一个字段。
         */
        ListField: {
            /** Field */
            field: string;
            /** Label */
            label: string;
        };
        /**
         * ListInspection
         * @description 文件的样子：编码、列、前几行，以及各字段大概是哪一列；missing 是还要指明的。
         */
        ListInspection: {
            /** Columns */
            columns: string[];
            /** Encoding */
            encoding: string;
            /** Fields */
            fields: components["schemas"]["ListField"][];
            /** Mapping */
            mapping: {
                [key: string]: string;
            };
            /** Missing */
            missing: string[];
            /** Samples */
            samples: string[][];
            /** Separator */
            separator: string;
            /** Size */
            size: number;
        };
        /**
         * ListTaken
         * @description 导入一份清单的结果；dry_run 时什么也没有写。
         */
        ListTaken: {
            /** Added */
            added: number;
            /** Bad */
            bad: number;
            /** Changed */
            changed: number;
            /** Dry Run */
            dry_run: boolean;
            /** Rows */
            rows: components["schemas"]["ListedRow"][];
            /** Rows Read */
            rows_read: number;
            /** Same */
            same: number;
        };
        /**
         * Listed
         * @description 列表里的工单。
         */
        Listed: {
            /** Tickets */
            tickets: number[];
        };
        /**
         * ListedRequest
         * @description 清单里的一份上行申请。
         */
        ListedRequest: {
            /** Answer */
            answer: string | null;
            /** Answer Due At */
            answer_due_at: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Center Name */
            center_name: string;
            /**
             * Drafted At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            drafted_at: string;
            /** Drafted By */
            drafted_by: string | null;
            /** Ground Name */
            ground_name: string;
            /** Id */
            id: number;
            kind: components["schemas"]["RequestKind"];
            /** Number */
            number: string;
            /** Order No */
            order_no: string | null;
            /** Reason */
            reason: string;
            /** Sent At */
            sent_at: string | null;
            state: components["schemas"]["RequestState"];
            /** Stream */
            stream: number;
            /** Ticket */
            ticket: number;
            /** Ticket State */
            ticket_state: string;
            /** Title */
            title: string;
            /** Until */
            until: string | null;
        };
        /**
         * ListedRow
         * @description 清单里没有导入的一行。
         */
        ListedRow: {
            /** Field */
            field: string;
            /** Row */
            row: number;
            /** Says */
            says: string;
        };
        /**
         * LocateForm
         * @description 查一个地址或坐标在哪里。
         */
        LocateForm: {
            /** Address */
            address?: string | null;
            /** Content */
            content?: string | null;
            /** Datum */
            datum?: string | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Title */
            title?: string | null;
            /** Village */
            village?: string | null;
        };
        /**
         * Located
         * @description 位置从何而来。
         */
        Located: {
            /** Candidates */
            candidates: components["schemas"]["Candidate"][];
            /** Datum */
            datum: string | null;
            /** Raw Lat */
            raw_lat: number | null;
            /** Raw Lon */
            raw_lon: number | null;
            /** Reasons */
            reasons: string[];
        };
        /**
         * LocatingSettings
         * @description 现行定位设置与历史；第 0 版是程序自带的。
         */
        LocatingSettings: {
            /** Calibrated */
            calibrated: boolean;
            /** Calibration */
            calibration: {
                [key: string]: unknown;
            };
            /** Created At */
            created_at: string | null;
            /** Created By */
            created_by: string | null;
            /** History */
            history: components["schemas"]["SettingVersion"][];
            /** Least Precision */
            least_precision: number;
            /** Note */
            note: string | null;
            /** Own Weights */
            own_weights: {
                [key: string]: unknown;
            };
            /** Region */
            region: string[];
            thresholds: components["schemas"]["Thresholds"];
            /** Version */
            version: number;
            /** Weights */
            weights: {
                [key: string]: unknown;
            };
        };
        /**
         * LoggedDanger
         * @description 登记后的编号。
         */
        LoggedDanger: {
            /** Id */
            id: number;
        };
        /**
         * LookAt
         * @description 正在看哪张工单。
         */
        LookAt: {
            /** Ticket */
            ticket: number | null;
            /**
             * Type
             * @constant
             */
            type: "presence";
        };
        /**
         * LookBackCounts
         * @description 总体与抽取件数。
         */
        LookBackCounts: {
            /** Drawn */
            drawn: number;
            /** Population */
            population: number;
        };
        /**
         * LookBackPeriod
         * @description 一个回头看周期。commitment：事先公布的承诺（SHA-256）；seed：抽取后公布的种子。
         */
        LookBackPeriod: {
            /** Commitment */
            commitment: string;
            counts: components["schemas"]["LookBackCounts"] | null;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Drawn At */
            drawn_at: string | null;
            /** Failed */
            failed: number;
            /** Id */
            id: number;
            /** Is Over */
            is_over: boolean;
            /** Least */
            least: number;
            /**
             * Method
             * @enum {string}
             */
            method: "town" | "town_category";
            /** Name */
            name: string;
            /** Open */
            open: number;
            /** Passed */
            passed: number;
            /** Seed */
            seed: string | null;
            /** Share */
            share: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
        };
        /**
         * LookBackPeriodForm
         * @description 新周期：必须在开始之前公布。
         */
        LookBackPeriodForm: {
            /**
             * Least
             * @description 每层至少几件
             * @default 1
             */
            least: number;
            /**
             * Method
             * @default town
             * @enum {string}
             */
            method: "town" | "town_category";
            /** Name */
            name: string;
            /**
             * Share
             * @default 0.05
             */
            share: number;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * LookBackPeriodNumber
         * @description 新周期的编号。
         */
        LookBackPeriodNumber: {
            /** Id */
            id: number;
        };
        /**
         * LookBackProof
         * @description 重新抽取的核对结果；没有不符时 faults 为空。
         */
        LookBackProof: {
            /** Drawn */
            drawn: number;
            /** Faults */
            faults: string[];
            /** Population */
            population: number;
        };
        /**
         * LookBackTask
         * @description 要回头看的一张工单。
         */
        LookBackTask: {
            /** Done At */
            done_at: string | null;
            /** Done By */
            done_by: string | null;
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /** How Closed */
            how_closed: string | null;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "sampled" | "stage";
            /** Number */
            number: string;
            /** Period */
            period: number | null;
            /** Reason */
            reason: string | null;
            /** Reply */
            reply: string | null;
            /** Result */
            result: ("passed" | "failed") | null;
            state: components["schemas"]["State"];
            /** Stratum */
            stratum: string | null;
            /** Ticket */
            ticket: number;
            /** Title */
            title: string;
            /** Town */
            town: string | null;
            /** Unit Name */
            unit_name: string | null;
        };
        /**
         * LookBackVerdict
         * @description 回头看的结论；不通过的工单随即重启。
         */
        LookBackVerdict: {
            /** Passed */
            passed: boolean;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * Made
         * @description 新建的编号。
         */
        Made: {
            /** Id */
            id: number;
        };
        /**
         * Mapping
         * @description 字段对照：本系统的字段 → 热线的字段名；本系统的字段 → 热线代码 → 本系统的代码。
         */
        Mapping: {
            /** Fields */
            fields: {
                [key: string]: string[];
            };
            /** Values */
            values: {
                [key: string]: {
                    [key: string]: boolean | string;
                };
            };
        };
        /**
         * MaskedCaller
         * @description 诉求人（已脱敏）。
         */
        MaskedCaller: {
            /** Confidential */
            confidential: boolean;
            /** Masked Name */
            masked_name: string | null;
            /** Masked Phone */
            masked_phone: string | null;
        };
        /**
         * Match
         * @description 位置判断。
         */
        Match: {
            /** Auto */
            auto: boolean;
            /** Boundary Version */
            boundary_version: number;
            /** Candidates */
            candidates: components["schemas"]["NamedCandidate"][];
            /** Cell */
            cell: string | null;
            /** Cell Name */
            cell_name: string | null;
            center: components["schemas"]["Named"] | null;
            /** Datum */
            datum: string | null;
            /** Edge M */
            edge_m: number | null;
            /** Id */
            id: string;
            /** Lat */
            lat: number | null;
            /** Level */
            level: string;
            /** Lon */
            lon: number | null;
            /**
             * Names
             * @description 文中认出的地名，原样
             */
            names: string[];
            /** Near Edge */
            near_edge: boolean;
            /** On Edge */
            on_edge: boolean;
            /** P Cell */
            p_cell: number;
            /** P Town */
            p_town: number;
            police_grid: components["schemas"]["OwningGrid"] | null;
            /** Radius M */
            radius_m: number | null;
            /** Reasons */
            reasons: string[];
            /** Town */
            town: string | null;
            /** Town Name */
            town_name: string | null;
            /** Village */
            village: string | null;
            /** Village Name */
            village_name: string | null;
        };
        /**
         * MatterInput
         * @description 登记或更正清单上的一项。
         */
        MatterInput: {
            /** Category */
            category?: string | null;
            /**
             * List
             * @enum {string}
             */
            list: "to_police" | "from_police";
            /** Matter */
            matter: string;
            /** Note */
            note?: string | null;
            /**
             * Reason
             * @description 改了什么、为什么
             */
            reason: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid Until */
            valid_until?: string | null;
        };
        /**
         * MatterShape
         * @description 清单上的一项。
         */
        MatterShape: {
            /** Category */
            category: string | null;
            /** Id */
            id: number;
            /**
             * List
             * @enum {string}
             */
            list: "to_police" | "from_police";
            /** Matter */
            matter: string;
            /** Note */
            note: string | null;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid Until */
            valid_until: string | null;
        };
        /**
         * Me
         * @description 登录人。
         */
        Me: {
            base_map: components["schemas"]["Ground"] | null;
            /** Boundary Version */
            boundary_version: number | null;
            /** Demo */
            demo: boolean;
            /** Gazetteer Version */
            gazetteer_version: number;
            /**
             * Handles
             * @description 本人可以签收、办理其工单的单位
             */
            handles: number[];
            home: components["schemas"]["Home"];
            /** Locked */
            locked: boolean;
            /** Memberships */
            memberships: components["schemas"]["Membership"][];
            /** Must Change */
            must_change: boolean;
            person: components["schemas"]["Person"];
            /** Rights */
            rights: string;
            /** Streams */
            streams: components["schemas"]["Stream"][];
            text: components["schemas"]["Texts"];
        };
        /**
         * Membership
         * @description 岗位：角色与单位；of 是被代岗的人（AB 岗）。
         */
        Membership: {
            /** Of */
            of?: number | null;
            role: components["schemas"]["Role"];
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * MessageTemplate
         * @description 一种消息的文字；names 是花括号里可以用的。
         */
        MessageTemplate: {
            code: components["schemas"]["Template"];
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Gateway Template */
            gateway_template: string;
            /** Names */
            names: string[];
            /** Version */
            version: number;
            /** Words */
            words: string;
        };
        /**
         * MessageTemplateForm
         * @description 改一种消息的文字。
         */
        MessageTemplateForm: {
            /** Gateway Template */
            gateway_template: string;
            /** Words */
            words: string;
        };
        /**
         * MovedTickets
         * @description 未结工单会怎样。
         */
        MovedTickets: {
            /** By Center */
            by_center: components["schemas"]["ByCenter"][];
            /** Moved */
            moved: number;
            /** Open */
            open: number;
            /** Orphaned */
            orphaned: components["schemas"]["NamedTicket"][];
            /** Orphaned Total */
            orphaned_total: number;
            /** Other Center */
            other_center: number;
            /** Unclear */
            unclear: components["schemas"]["NamedTicket"][];
            /** Unclear Total */
            unclear_total: number;
        };
        /**
         * NameCount
         * @description 一个没有对照的热线字段在多少条消息里出现。
         */
        NameCount: {
            /** Items */
            items: number;
            /** Name */
            name: string;
        };
        /**
         * NameRetiring
         * @description 停用一个别名。
         */
        NameRetiring: {
            /** Reason */
            reason: string;
        };
        /**
         * Named
         * @description 一个单位。
         */
        Named: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * NamedArea
         * @description 一个镇街。
         */
        NamedArea: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * NamedCandidate
         * @description 一个候选位置，附名称。
         */
        NamedCandidate: {
            /** Cell */
            cell: string | null;
            /** Cell Name */
            cell_name: string | null;
            center: components["schemas"]["Named"] | null;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /** P */
            p: number;
            /** Place */
            place: number;
            /** Reasons */
            reasons: string[];
            /** Town */
            town: string | null;
            /** Town Name */
            town_name: string | null;
            /** Village */
            village: string | null;
            /** Village Name */
            village_name: string | null;
        };
        /**
         * NamedProfile
         * @description 一个接入配置和用它的来源。
         */
        NamedProfile: {
            /** Name */
            name: string;
            /** Sources */
            sources: string[];
            /** Version */
            version: number;
        };
        /**
         * NamedTicket
         * @description 一张工单和它的问题。
         */
        NamedTicket: {
            /** Number */
            number: string;
            /** Why */
            why: string;
        };
        /**
         * Neighbour
         * @description 边界那一边的网格，和到那里的距离。
         */
        Neighbour: {
            /** Cell */
            cell: string;
            center: components["schemas"]["Named"] | null;
            /** Metres */
            metres: number;
            /** Name */
            name: string;
            /** Town Name */
            town_name: string | null;
            /** Village Name */
            village_name: string | null;
        };
        /**
         * NewApiKey
         * @description 新密钥：只显示这一次，请立即交给使用方。
         */
        NewApiKey: {
            key: components["schemas"]["ApiKey"];
            /** Token */
            token: string;
        };
        /**
         * NewCategoryForm
         * @description 新分类；code 不填由系统编。
         */
        NewCategoryForm: {
            /** Aliases */
            aliases?: string[];
            /** Code */
            code?: string | null;
            /**
             * Evidence Required
             * @default false
             */
            evidence_required: boolean;
            /** Path */
            path: string;
            place_need: components["schemas"]["PlaceNeed"];
            /**
             * Reason
             * @description 原因
             * @default
             */
            reason: string;
            /**
             * Signoff Required
             * @default false
             */
            signoff_required: boolean;
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
        };
        /**
         * NewDraft
         * @description 新草稿：说明，以及以哪个版本为基础（不填则为空白）。
         */
        NewDraft: {
            /** Based On */
            based_on?: number | null;
            /** Note */
            note: string;
        };
        /**
         * NewDraftForm
         * @description 另起草稿。
         */
        NewDraftForm: {
            /**
             * Based On
             * @description 以哪一版为底；不填为现行版
             */
            based_on?: number | null;
            /**
             * Note
             * @description 改了什么、为什么
             */
            note: string;
        };
        /**
         * NewName
         * @description 提出一个别名。
         */
        NewName: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "official" | "old" | "short" | "natural" | "nickname" | "homophone";
            /** Name */
            name: string;
            /** Reason */
            reason: string;
            /**
             * Ticket
             * @description 从哪张工单得知
             */
            ticket?: number | null;
        };
        /**
         * NewPerson
         * @description 新的人员与第一个岗位；填了用户名就开账号。
         */
        NewPerson: {
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Post
             * @default
             */
            post: string;
            role: components["schemas"]["Role"];
            /** Unit */
            unit: number;
            /** Username */
            username?: string | null;
        };
        /**
         * NewPlace
         * @description 新地名。坐标所在的村居、镇街由网格得出；道路、路口、村居、镇街可自行填写。
         */
        NewPlace: {
            /**
             * Datum
             * @default wgs84
             */
            datum: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "town" | "village" | "group" | "estate" | "building" | "poi" | "road" | "intersection" | "house";
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /** Parent */
            parent?: number | null;
            /** Radius M */
            radius_m?: number | null;
            /** Town */
            town?: string | null;
            /** Village */
            village?: string | null;
        };
        /**
         * NewPrecedent
         * @description 编号。
         */
        NewPrecedent: {
            /** Id */
            id: number;
        };
        /**
         * NewProfileDraftForm
         * @description 另起草稿；based_on 不填为现行版。
         */
        NewProfileDraftForm: {
            /** Based On */
            based_on?: number | null;
            /**
             * Note
             * @description 改了什么、为什么
             */
            note: string;
        };
        /**
         * NewProfileVersion
         * @description 新一版的版本号。
         */
        NewProfileVersion: {
            /** Version */
            version: number;
        };
        /**
         * NewRuleVersion
         * @description 新的一版。
         */
        NewRuleVersion: {
            /** Version */
            version: number;
        };
        /**
         * NewSecret
         * @description 新密钥：只显示这一次，请立即交给热线。
         */
        NewSecret: {
            /** Secret */
            secret: string;
            source: components["schemas"]["SecretSource"];
        };
        /**
         * NewSourceForm
         * @description 登记一个来源；接入配置照着 like 复制一份。
         */
        NewSourceForm: {
            /** Callback Url */
            callback_url?: string | null;
            /**
             * Datum
             * @enum {string}
             */
            datum: "wgs84" | "cgcs2000" | "gcj02" | "bd09" | "cgcs2000_gk_cm120" | "cgcs2000_gk_zone40";
            /** Id */
            id: string;
            /**
             * Like
             * @description 照着哪个接入配置
             */
            like: string;
            /** Name */
            name: string;
            /**
             * Note
             * @description 改了什么、为什么
             */
            note: string;
            /**
             * Platform
             * @default hotline
             * @enum {string}
             */
            platform: "hotline" | "police";
        };
        /**
         * NewTicket
         * @description 手工建单。
         */
        NewTicket: {
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Called At
             * @description 来电、来访或批示的时间
             */
            called_at?: string | null;
            /** Caller Name */
            caller_name?: string | null;
            /** Caller Phone */
            caller_phone?: string | null;
            /** Category */
            category?: string | null;
            /**
             * Confidential
             * @description 为诉求人保密；举报总是保密
             * @default false
             */
            confidential: boolean;
            /** Content */
            content: string;
            /**
             * @description 来源：来电、来访、领导批示、微信、110非警务
             * @default call
             */
            door: components["schemas"]["Door"];
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Operation */
            operation?: string | null;
            /** Title */
            title: string;
            type: components["schemas"]["Type"];
            /** @default normal */
            urgency: components["schemas"]["Urgency"];
        };
        /**
         * NewTicketAnswer
         * @description 建好的工单。
         */
        NewTicketAnswer: {
            row: components["schemas"]["TicketRow"];
        };
        /**
         * Notice
         * @description 关于一张工单发出的一条消息。
         */
        Notice: {
            /** Attempts */
            attempts: number;
            /** Call Result */
            call_result: ("reached" | "no_answer" | "passed_on") | null;
            /** Called At */
            called_at: string | null;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Delivered At */
            delivered_at: string | null;
            /** Error */
            error: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "sms" | "voice" | "wecom";
            /** Listed At */
            listed_at: string | null;
            /** Opened At */
            opened_at: string | null;
            /** Person Name */
            person_name: string;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "pending" | "sent" | "delivered" | "opened" | "failed" | "bundled" | "withdrawn";
            template: components["schemas"]["Template"];
            /** Unit Name */
            unit_name: string;
        };
        /**
         * NoticeDay
         * @description 通知里的一天。
         */
        NoticeDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "off" | "work";
            /** Name */
            name: string;
        };
        /**
         * NoticeForm
         * @description 放假通知的文字，或每行一天的表格（日期，放假或上班，名称）。
         */
        NoticeForm: {
            /**
             * Table
             * @default false
             */
            table: boolean;
            /** Text */
            text: string;
            /** Year */
            year?: number | null;
        };
        /**
         * Numbered
         * @description 新的一条的编号。
         */
        Numbered: {
            /** Id */
            id: number;
        };
        /**
         * Objection
         * @description 一件申诉：哪张工单不应算进哪项指标；裁定支持的，这张工单不计入该指标。
         */
        Objection: {
            /** Id */
            id: number;
            /** Number */
            number: string | null;
            /**
             * Raised At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            raised_at: string;
            /** Raised By */
            raised_by: string;
            /** Rate */
            rate: string;
            /** Reason */
            reason: string;
            /** Ruled At */
            ruled_at: string | null;
            /** Ruled By */
            ruled_by: string | null;
            /** Ruling */
            ruling: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "upheld" | "refused";
            /** Ticket */
            ticket: number;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * ObjectionForm
         * @description 申诉。
         */
        ObjectionForm: {
            /** Rate */
            rate: string;
            /** Reason */
            reason: string;
            /** Ticket */
            ticket: number;
        };
        /**
         * OfLevel
         * @description 一个定位级别的对错。
         */
        OfLevel: {
            /** Cell Right */
            cell_right: number;
            /** Level */
            level: string;
            /** Mean P */
            mean_p: number;
            /** Tickets */
            tickets: number;
            /** Town Right */
            town_right: number;
        };
        /**
         * OnDuty
         * @description 现在值班的人。
         */
        OnDuty: {
            /**
             * Ends At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            ends_at: string;
            /** Person */
            person: number;
            /** Person Name */
            person_name: string;
            /** Phone */
            phone: string;
            /**
             * Role
             * @enum {string}
             */
            role: "operator" | "leader";
            /**
             * Starts At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            starts_at: string;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * OneTimePassword
         * @description 一次性密码：只显示这一次，首次登录要改。
         */
        OneTimePassword: {
            /** Password */
            password: string;
        };
        /**
         * OpenCase
         * @description 在办的执法线索或案件。
         */
        OpenCase: {
            /** Case No */
            case_no: string | null;
            /** Clue */
            clue: string;
            /** Id */
            id: number;
            /** Next Step At */
            next_step_at: string | null;
            /** Number */
            number: string;
            /**
             * Referred At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            referred_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "referred" | "filed" | "not_filed" | "closed";
            /** Ticket */
            ticket: number;
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /**
         * OpenPromise
         * @description 还没有兑现的约定。
         */
        OpenPromise: {
            /** Due At */
            due_at: string | null;
            /**
             * Made At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            made_at: string;
            /** Number */
            number: string;
            /** Person Name */
            person_name: string | null;
            state: components["schemas"]["State"];
            /** Ticket */
            ticket: number;
            /** Title */
            title: string;
            /** Unit */
            unit: number | null;
            /** Unit Name */
            unit_name: string | null;
            /** Words */
            words: string | null;
        };
        /**
         * OpenTransfer
         * @description 还没有答复的对外转办单。
         */
        OpenTransfer: {
            /** Body */
            body: string;
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /** Id */
            id: number;
            /**
             * Made At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            made_at: string;
            /** Matter */
            matter: string;
            /** Number */
            number: string;
            /** Phone */
            phone: string | null;
            /** Ticket */
            ticket: number;
            /** Title */
            title: string;
        };
        /**
         * OpenWork
         * @description 名下的一张在办工单。
         */
        OpenWork: {
            /** Id */
            id: number;
            /** Number */
            number: string;
            /** Part */
            part: string;
            /** State */
            state: string;
        };
        /**
         * OpenedSource
         * @description 新来源：密钥只显示这一次。
         */
        OpenedSource: {
            /** Address */
            address: string;
            /** Callback Secret */
            callback_secret: string | null;
            /** Id */
            id: string;
            /** Secret */
            secret: string;
        };
        /**
         * Order
         * @description 发布：看过的修订号；at 不填即马上。
         */
        Order: {
            /** At */
            at?: string | null;
            /**
             * Confirm
             * @constant
             */
            confirm: true;
            /** Revision */
            revision: number;
        };
        /**
         * OrderField
         * @description 可以对应的一个字段。
         */
        OrderField: {
            /** Field */
            field: string;
            /** Label */
            label: string;
        };
        /**
         * OrderInspection
         * @description 文件的样子：列、前几行，以及各字段大概是哪一列；missing 是还要指明的。
         */
        OrderInspection: {
            /** Columns */
            columns: string[];
            /** Encoding */
            encoding: string;
            /** Fields */
            fields: components["schemas"]["OrderField"][];
            /** Mapping */
            mapping: {
                [key: string]: string;
            };
            /** Missing */
            missing: string[];
            /** Samples */
            samples: string[][];
        };
        /**
         * OrderLinkForm
         * @description 把热线工单并入已有的手工工单。
         */
        OrderLinkForm: {
            /**
             * Operation
             * Format: uuid
             */
            operation: string;
            /**
             * Own
             * @description 手工工单的内部编号
             */
            own: number;
        };
        /**
         * OrderSource
         * @description 可以导入的一个来源。
         */
        OrderSource: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * OtherName
         * @description 地名的另一个叫法。
         */
        OtherName: {
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "official" | "old" | "short" | "natural" | "nickname" | "homophone";
            /** Name */
            name: string;
            /**
             * Proposed At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string | null;
            /** Reason */
            reason: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "approved" | "refused" | "retired";
        };
        /**
         * OutsideBody
         * @description 一个外单位。town：只服务一个镇街的，写镇街；服务全区的为空。
         */
        OutsideBody: {
            /** Active */
            active: boolean;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "water" | "power" | "gas" | "heat" | "telecom" | "property" | "transport" | "other";
            /** Name */
            name: string;
            /** Note */
            note: string | null;
            /** Phone */
            phone: string | null;
            /** Town */
            town: string | null;
        };
        /**
         * OutsideBodyChange
         * @description 修改或停用外单位。
         */
        OutsideBodyChange: {
            /** Active */
            active: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "water" | "power" | "gas" | "heat" | "telecom" | "property" | "transport" | "other";
            /** Name */
            name: string;
            /** Note */
            note?: string | null;
            /** Phone */
            phone?: string | null;
            /**
             * Reason
             * @description 为什么改
             */
            reason: string;
            /** Town */
            town?: string | null;
        };
        /**
         * OutsideBodyForm
         * @description 登记外单位。
         */
        OutsideBodyForm: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "water" | "power" | "gas" | "heat" | "telecom" | "property" | "transport" | "other";
            /** Name */
            name: string;
            /** Note */
            note?: string | null;
            /** Phone */
            phone?: string | null;
            /** Town */
            town?: string | null;
        };
        /**
         * OwedPart
         * @description 本人（或本单位）在一张工单里协办的部分：吹哨要先报到，线索移交要办立案或不予立案，其余要回复。
         */
        OwedPart: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "assigned" | "whistle" | "dual" | "referral";
            /** Note */
            note: string | null;
            /** Report In By */
            report_in_by: string | null;
            /** Reported In At */
            reported_in_at: string | null;
            /** Ticket */
            ticket: number;
        };
        /**
         * OwnedCell
         * @description 一个网格。
         */
        OwnedCell: {
            /** Code */
            code: string;
            /** Kind */
            kind: string | null;
            /** Name */
            name: string;
        };
        /**
         * OwningChange
         * @description 一次改动。
         */
        OwningChange: {
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Person */
            person: string | null;
            /** Reason */
            reason: string | null;
            /** Subject */
            subject: string;
            /** What */
            what: string;
        };
        /**
         * OwningEntry
         * @description 登记好的编号。
         */
        OwningEntry: {
            /** Id */
            id: number;
        };
        /**
         * OwningGrid
         * @description 一个警格。
         */
        OwningGrid: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Police Station */
            police_station: string | null;
        };
        /**
         * OwningOffers
         * @description 以往的裁定怎么说：适用的先例与同类案例。
         */
        OwningOffers: {
            /** Cell */
            cell: string | null;
            /** Like */
            like: components["schemas"]["LikeCase"][];
            /** Path */
            path: string | null;
            /** Place */
            place: string | null;
            /** Precedents */
            precedents: components["schemas"]["PrecedentOffer"][];
        };
        /**
         * OwningSetting
         * @description 一版权属设置。
         */
        OwningSetting: {
            /** Active */
            active: boolean;
            /** Alarm Hops */
            alarm_hops: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Near M */
            near_m: number;
            /** Note */
            note: string;
            /** Propose After */
            propose_after: number;
            /** Version */
            version: number;
        };
        /**
         * OwningSettingForm
         * @description 权属设置：几次裁定后建议规则、转手几次预警、多近算同一处。
         */
        OwningSettingForm: {
            /** Alarm Hops */
            alarm_hops: number;
            /** Near M */
            near_m: number;
            /** Note */
            note: string;
            /** Propose After */
            propose_after: number;
        };
        /**
         * PaperCell
         * @description 一格：标签与内容。blank：留空手写；sign：签字、盖章处。
         */
        PaperCell: {
            kind: components["schemas"]["CellKind"];
            /** Label */
            label: string;
            /** Text */
            text: string;
        };
        /**
         * PaperCode
         * @description 扫码打开工单：地址与二维码的各行（1 为黑）。
         */
        PaperCode: {
            /** Address */
            address: string;
            /** Modules */
            modules: string[];
        };
        /**
         * PaperKind
         * @description The forms there are.
         * @enum {string}
         */
        PaperKind: "assignment" | "supervision" | "chase" | "return" | "extension" | "transfer" | "handover";
        /**
         * PaperListing
         * @description 一份清单。
         */
        PaperListing: {
            /** Heads */
            heads: string[];
            /** Lines */
            lines: string[][];
            /** Title */
            title: string;
        };
        /**
         * PaperSheet
         * @description 一份可打印的文书；printed 是每页都印的一行：谁、哪个单位、何时打印。
         */
        PaperSheet: {
            code: components["schemas"]["PaperCode"] | null;
            kind: components["schemas"]["PaperKind"];
            /** Listings */
            listings: components["schemas"]["PaperListing"][];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Notes */
            notes: string[];
            /** Number */
            number: string;
            /** Printed */
            printed: string;
            /** Rows */
            rows: components["schemas"]["PaperCell"][][];
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /**
         * PasswordForm
         * @description 改密码。
         */
        PasswordForm: {
            /** Former */
            former: string;
            /** Password */
            password: string;
        };
        /**
         * Pasted
         * @description 粘贴的聊天文字。
         */
        Pasted: {
            /** Text */
            text: string;
        };
        /**
         * PastedDraft
         * @description 从文字里认出的内容，供核对；不会自己保存。
         */
        PastedDraft: {
            /** Address */
            address: string;
            /** Content */
            content: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Title */
            title: string;
        };
        /**
         * PatrolAnswer
         * @description 上报好的工单；所在中心变了、本人看不到时没有 row。
         */
        PatrolAnswer: {
            row: components["schemas"]["TicketRow"] | null;
        };
        /**
         * PatrolCell
         * @description 没有定位时可以选的网格。
         */
        PatrolCell: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * PatrolReport
         * @description 巡查上报：看到什么；在哪里（定位，或所在网格）。
         */
        PatrolReport: {
            /**
             * Address
             * @default
             */
            address: string;
            /** Category */
            category?: string | null;
            /**
             * Cell
             * @description 没有定位时，所在网格
             */
            cell?: string | null;
            /** Content */
            content: string;
            /**
             * Done At
             * @description 看到的时间：没有网络时先存在手机里
             */
            done_at?: string | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /**
             * Operation
             * Format: uuid
             */
            operation: string;
            /**
             * Person
             * @description 上报人：存在手机里的只能由本人登录后发送
             */
            person?: number | null;
            /** @default help */
            type: components["schemas"]["Type"];
            /** @default normal */
            urgency: components["schemas"]["Urgency"];
        };
        /**
         * PatternForm
         * @description 按星期重复排班；几个人轮流。结束不晚于开始的，到次日。
         */
        PatternForm: {
            /**
             * Begins
             * Format: time
             */
            begins: string;
            /**
             * Ends
             * Format: time
             */
            ends: string;
            /**
             * First
             * Format: date
             */
            first: string;
            /** Persons */
            persons: number[];
            /**
             * Role
             * @enum {string}
             */
            role: "operator" | "leader";
            /** Unit */
            unit: number;
            /**
             * Weekdays
             * @description 0 是星期一
             */
            weekdays: number[];
            /** Weeks */
            weeks: number;
        };
        /**
         * PeopleTaken
         * @description 导入人员的结果；ended：离岗几个岗位，accounts：开几个账号。
         */
        PeopleTaken: {
            /** Accounts */
            accounts: number;
            /** Added */
            added: number;
            /** Bad */
            bad: number;
            /** Changed */
            changed: number;
            /** Dry Run */
            dry_run: boolean;
            /** Ended */
            ended: number;
            /** Rows */
            rows: components["schemas"]["ListedRow"][];
            /** Rows Read */
            rows_read: number;
            /** Same */
            same: number;
        };
        /**
         * Period
         * @description 一个考核周期。
         */
        Period: {
            /** Id */
            id: number;
            /** Locked At */
            locked_at: string | null;
            /** Name */
            name: string;
            /**
             * Objections Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            objections_until: string;
            /** Published At */
            published_at: string | null;
            /** Setting */
            setting: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /**
             * State
             * @enum {string}
             */
            state: "checking" | "ruling" | "locked" | "published";
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
        };
        /**
         * PeriodDetail
         * @description 考核周期的指标（锁定前是现在的，锁定后不再变）、口径与申诉。
         */
        PeriodDetail: {
            /** Board */
            board: number;
            figures: components["schemas"]["PeriodFigures"];
            /** Formulas */
            formulas: components["schemas"]["FormulaText"][];
            /** Id */
            id: number;
            /** Locked At */
            locked_at: string | null;
            /** Locked By */
            locked_by: string | null;
            /** May Object */
            may_object: boolean;
            /** Name */
            name: string;
            /** Objections */
            objections: components["schemas"]["Objection"][];
            /**
             * Objections Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            objections_until: string;
            /**
             * Opened At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            opened_at: string;
            /** Opened By */
            opened_by: string;
            /**
             * Opens
             * @description 本人可以打开工单的单位
             */
            opens: number[];
            /** Published At */
            published_at: string | null;
            /** Published By */
            published_by: string | null;
            /** Setting */
            setting: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /**
             * State
             * @enum {string}
             */
            state: "checking" | "ruling" | "locked" | "published";
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
        };
        /**
         * PeriodFigures
         * @description 按中心、按单位的指标。
         */
        PeriodFigures: {
            center: components["schemas"]["Figures"];
            unit: components["schemas"]["Figures"];
        };
        /**
         * PeriodForm
         * @description 公示一个考核周期：某月（按口径设置的月窗口），或从何时到何时。
         */
        PeriodForm: {
            /**
             * Month
             * @description 如 2026-11
             */
            month?: string | null;
            /** Name */
            name: string;
            /**
             * Objections Until
             * Format: date-time
             */
            objections_until: string;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
        };
        /**
         * Person
         * @description 人员。
         */
        Person: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Post */
            post: string;
        };
        /**
         * PersonEntry
         * @description 一个人：账号、岗位、名下在办几件。
         */
        PersonEntry: {
            /** Active */
            active: boolean;
            /** Disabled */
            disabled: boolean;
            /** Id */
            id: number;
            /** Must Change */
            must_change: boolean;
            /** Name */
            name: string;
            /** Open */
            open: number;
            /** Phone */
            phone: string;
            /** Post */
            post: string;
            /** Posts */
            posts: components["schemas"]["PersonPost"][];
            /** Username */
            username: string | null;
        };
        /**
         * PersonForm
         * @description 改姓名、电话、职务。
         */
        PersonForm: {
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Post
             * @default
             */
            post: string;
        };
        /**
         * PersonLeft
         * @description 没有网格可管的人。
         */
        PersonLeft: {
            /** Cell */
            cell: string;
            /** Name */
            name: string;
            /** Person */
            person: number;
            /** Why */
            why: string;
        };
        /**
         * PersonMade
         * @description 新的人员；一次性密码只显示这一次。
         */
        PersonMade: {
            /** Password */
            password: string | null;
            person: components["schemas"]["PersonEntry"];
        };
        /**
         * PersonPost
         * @description 一个岗位：从什么时候到什么时候。
         */
        PersonPost: {
            role: components["schemas"]["Role"];
            /** Since */
            since: string | null;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
            /** Until */
            until: string | null;
        };
        /**
         * PhotosAsked
         * @description 一条佐证规则：按这种方式办结要有什么照片。how_closed 为空：不论怎样办结。
         */
        PhotosAsked: {
            /** How Closed */
            how_closed: string[] | null;
            /** Kinds */
            kinds: ("before" | "after" | "document")[];
            /** Least */
            least: number;
            /** Reason */
            reason: string;
        };
        /**
         * PingPong
         * @description 一张来回转手的工单。
         */
        PingPong: {
            /** Hops */
            hops: number;
            /** Number */
            number: string;
            /** Path */
            path: string | null;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            state: components["schemas"]["State"];
            /** Ticket */
            ticket: number;
            /** Title */
            title: string;
            /** Trail */
            trail: string[];
            /** Unit */
            unit: string;
            /**
             * Why
             * @enum {string}
             */
            why: "hops" | "came_back";
        };
        /**
         * Place
         * @description 一处地名。
         */
        Place: {
            /** Aliases */
            aliases: components["schemas"]["OtherName"][];
            /** External */
            external: string | null;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "town" | "village" | "group" | "estate" | "building" | "poi" | "road" | "intersection" | "house";
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /** Parent */
            parent: number | null;
            /** Parent Name */
            parent_name: string | null;
            /** Radius M */
            radius_m: number;
            /** Source */
            source: string;
            /** Town */
            town: string | null;
            /** Town Name */
            town_name: string | null;
            /**
             * Valid From
             * Format: date-time
             * @description ISO 8601,UTC
             */
            valid_from: string;
            /** Valid Until */
            valid_until: string | null;
            /** Version */
            version: number;
            /** Village */
            village: string | null;
            /** Village Name */
            village_name: string | null;
        };
        /**
         * PlaceNeed
         * @description What a category needs to know of the place (定位要求).
         * @enum {string}
         */
        PlaceNeed: "none" | "town" | "cell" | "point";
        /**
         * PlaceWithHistory
         * @description 一处地名和它的变更记录。
         */
        PlaceWithHistory: {
            /** Aliases */
            aliases: components["schemas"]["OtherName"][];
            /** External */
            external: string | null;
            /** History */
            history: components["schemas"]["Deed"][];
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "town" | "village" | "group" | "estate" | "building" | "poi" | "road" | "intersection" | "house";
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /** Parent */
            parent: number | null;
            /** Parent Name */
            parent_name: string | null;
            /** Radius M */
            radius_m: number;
            /** Source */
            source: string;
            /** Town */
            town: string | null;
            /** Town Name */
            town_name: string | null;
            /**
             * Valid From
             * Format: date-time
             * @description ISO 8601,UTC
             */
            valid_from: string;
            /** Valid Until */
            valid_until: string | null;
            /** Version */
            version: number;
            /** Village */
            village: string | null;
            /** Village Name */
            village_name: string | null;
        };
        /**
         * Placement
         * @description How placing came out (定位结果).
         * @enum {string}
         */
        Placement: "placed" | "not_needed" | "outside" | "needs_caller" | "unplaced";
        /**
         * Places
         * @description 一页地名；next 是下一页的位置。
         */
        Places: {
            /** Next */
            next: string | null;
            /** Places */
            places: components["schemas"]["Place"][];
        };
        /**
         * PointOwner
         * @description 一个点归谁。
         */
        PointOwner: {
            cell: components["schemas"]["OwnedCell"] | null;
            center: components["schemas"]["Named"] | null;
            /** Edge M */
            edge_m: number | null;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            neighbour: components["schemas"]["Neighbour"] | null;
            /** On Edge */
            on_edge: boolean;
            police_grid: components["schemas"]["OwningGrid"] | null;
            /** Reasons */
            reasons: string[];
            /** Town */
            town: string | null;
            /** Town Name */
            town_name: string | null;
            /** Village */
            village: string | null;
            /** Village Name */
            village_name: string | null;
        };
        /**
         * PoliceHandover
         * @description 一次警情移交：谁、什么时候、什么警情、移交给谁、拨打了什么电话、结果。
         */
        PoliceHandover: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Id */
            id: number;
            /** Person */
            person: string | null;
            /**
             * Phone
             * @enum {string}
             */
            phone: "110" | "police_station" | "119" | "120" | "122";
            /** Result */
            result: string;
            /** Ticket */
            ticket: number | null;
            /** Unit */
            unit: string | null;
            /** What */
            what: string;
            /** Whom */
            whom: string;
        };
        /**
         * Position
         * @description 客户端在一个流里的位置。
         */
        Position: {
            /** Epoch */
            epoch: string;
            /** Rights */
            rights: string;
            /** Seq */
            seq: number;
        };
        /**
         * PostForm
         * @description 岗位：角色与单位。
         */
        PostForm: {
            role: components["schemas"]["Role"];
            /** Since */
            since?: string | null;
            /** Unit */
            unit: number;
            /** Until */
            until?: string | null;
        };
        /**
         * PostUnit
         * @description 岗位可以属于的单位。
         */
        PostUnit: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * Posts
         * @description 岗位的选项。
         */
        Posts: {
            /** Roles */
            roles: components["schemas"]["RoleName"][];
            /** Units */
            units: components["schemas"]["PostUnit"][];
        };
        /**
         * PowerInput
         * @description 登记或更正一项处罚权；收回即填失效日。
         */
        PowerInput: {
            /** Bureau */
            bureau: number;
            /** Categories */
            categories: string[];
            /** Note */
            note?: string | null;
            /** Power */
            power: string;
            /**
             * Reason
             * @description 改了什么、为什么
             */
            reason: string;
            /** Town */
            town: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid Until */
            valid_until?: string | null;
        };
        /**
         * PowerShape
         * @description 一项下放镇街的处罚权。
         */
        PowerShape: {
            /** Bureau */
            bureau: number;
            /** Bureau Name */
            bureau_name: string;
            /** Categories */
            categories: string[];
            /** Id */
            id: number;
            /** Note */
            note: string | null;
            /** Power */
            power: string;
            /** Town */
            town: string;
            /** Town Name */
            town_name: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * @description 失效日：当日起镇街不再有此权
             */
            valid_until: string | null;
        };
        /**
         * Precedent
         * @description 一条权属先例。
         */
        Precedent: {
            /** Category */
            category: string;
            /** Cell */
            cell: string | null;
            /** Contradicted */
            contradicted: number;
            /** Decided By */
            decided_by: string | null;
            /** End Reason */
            end_reason: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Number */
            number: string | null;
            /** Place */
            place: number | null;
            /** Reason */
            reason: string;
            /** Replaces */
            replaces: number | null;
            /** Ticket */
            ticket: number | null;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
            /** Used */
            used: number;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid Until */
            valid_until: string | null;
        };
        /**
         * PrecedentChange
         * @description 更正先例：改承办单位或事项，画的范围也可重画、改名；旧的失效，新的接替。
         */
        PrecedentChange: {
            /** Category */
            category: string;
            /** Name */
            name?: string | null;
            /** Reason */
            reason: string;
            /** Shape */
            shape?: (components["schemas"]["DrawnArea"] | components["schemas"]["DrawnLine"]) | null;
            /** Unit */
            unit: number;
            /**
             * Width M
             * @description 线两侧各多少米
             */
            width_m?: number | null;
        };
        /**
         * PrecedentInput
         * @description 登记一条先例：地点、网格、画的范围三选一。
         */
        PrecedentInput: {
            /** Category */
            category: string;
            /** Cell */
            cell?: string | null;
            /** Name */
            name?: string | null;
            /** Place */
            place?: number | null;
            /** Reason */
            reason: string;
            /** Shape */
            shape?: (components["schemas"]["DrawnArea"] | components["schemas"]["DrawnLine"]) | null;
            /** Unit */
            unit: number;
            /**
             * Width M
             * @description 线两侧各多少米
             */
            width_m?: number | null;
        };
        /**
         * PrecedentOffer
         * @description 一条适用的先例，和它为什么适用。
         */
        PrecedentOffer: {
            /** Category */
            category: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Reason */
            reason: string;
            /** Says */
            says: string;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
            /** Why */
            why: string;
        };
        /**
         * PresentPerson
         * @description 在线的人。
         */
        PresentPerson: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * Preview
         * @description 发布会影响什么；blocking 是不能发布的原因。
         */
        Preview: {
            /** Against */
            against: number | null;
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Blocking */
            blocking: string[];
            cells: components["schemas"]["ChangedCells"];
            /** People */
            people: components["schemas"]["PersonLeft"][];
            /** Police Grids Without Cells */
            police_grids_without_cells: string[];
            /** Revision */
            revision: number;
            tickets: components["schemas"]["MovedTickets"];
            towns: components["schemas"]["ChangedTowns"];
            /** Units */
            units: components["schemas"]["Says"][];
        };
        /**
         * PrintablePaper
         * @description 一张工单现在可以打印的一种文书；record 为空的现打现写。
         */
        PrintablePaper: {
            /** About */
            about: string | null;
            /** At */
            at: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "assignment" | "supervision" | "chase" | "return" | "extension" | "transfer";
            /** Record */
            record: number | null;
            /** Title */
            title: string;
        };
        /**
         * Problem
         * @description 一次拒绝（RFC 9457）：原因与下一步怎么做。
         */
        Problem: {
            /** Allowed */
            allowed?: components["schemas"]["Allowed"][] | null;
            /** Detail */
            detail: string;
            /** Errors */
            errors?: components["schemas"]["FieldProblem"][] | null;
            /** Field */
            field?: string | null;
            /** State */
            state?: string | null;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
            /** Warnings */
            warnings?: string[] | null;
        };
        /**
         * ProfileDraftForm
         * @description 草稿的全部对照。
         */
        ProfileDraftForm: {
            mapping: components["schemas"]["Mapping"];
            /**
             * Note
             * @description 改了什么、为什么
             */
            note: string;
            /** Revision */
            revision: number;
        };
        /**
         * ProfileFault
         * @description 接入配置里要留意的一项。
         */
        ProfileFault: {
            /** Field */
            field: string;
            /** Says */
            says: string;
        };
        /**
         * ProfileRevisionForm
         * @description 在哪一次修改上。
         */
        ProfileRevisionForm: {
            /** Revision */
            revision: number;
        };
        /**
         * ProfileTrial
         * @description 试读结果：草稿与现行配置读同样的消息。
         */
        ProfileTrial: {
            /**
             * Accepted
             * @description 现在拒收、草稿会收下
             */
            accepted: number;
            /**
             * Against
             * @description 与哪一版现行配置相比
             */
            against: number;
            /** Asked */
            asked: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Different */
            different: number;
            /** Fields */
            fields: components["schemas"]["FieldCount"][];
            /**
             * Is Current
             * @description 试读之后没有再改
             */
            is_current: boolean;
            /** Listed */
            listed: components["schemas"]["ReadItem"][];
            /** Reasons */
            reasons: components["schemas"]["ReasonCount"][];
            /**
             * Refused
             * @description 现在收下、草稿会拒收
             */
            refused: number;
            /** Same */
            same: number;
            /**
             * Still Refused
             * @description 两种读法都拒收
             */
            still_refused: number;
            /** Unknown */
            unknown: components["schemas"]["NameCount"][];
        };
        /**
         * ProfileTrialForm
         * @description 试读最近多少条消息。
         */
        ProfileTrialForm: {
            /**
             * Messages
             * @default 200
             */
            messages: number;
        };
        /**
         * ProfileVersion
         * @description 一版接入配置。
         */
        ProfileVersion: {
            /** Activated At */
            activated_at: string | null;
            /** Activated By */
            activated_by: string | null;
            /** Based On */
            based_on: number | null;
            /** Created At */
            created_at: string | null;
            /** Created By */
            created_by: string | null;
            /** Faults */
            faults: components["schemas"]["ProfileFault"][];
            mapping: components["schemas"]["Mapping"];
            /** Note */
            note: string;
            /** Retired At */
            retired_at: string | null;
            /** Revision */
            revision: number;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "active" | "retired";
            tried: components["schemas"]["ProfileTrial"] | null;
            /** Tried Revision */
            tried_revision: number | null;
            /** Version */
            version: number;
        };
        /**
         * Proposal
         * @description 一条别名建议。says：核准后还会影响什么；mine：本人提出的，只能撤回。
         */
        Proposal: {
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision */
            decision: string | null;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "official" | "old" | "short" | "natural" | "nickname" | "homophone";
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            place: components["schemas"]["Place"];
            /**
             * Proposed At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string | null;
            /** Reason */
            reason: string | null;
            /** Says */
            says: string;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "approved" | "refused" | "retired";
            /** Ticket */
            ticket: number | null;
            /** Ticket Number */
            ticket_number: string | null;
        };
        /**
         * Proposals
         * @description 一页别名建议；next 是下一页的位置。
         */
        Proposals: {
            /** Next */
            next: number | null;
            /** Proposals */
            proposals: components["schemas"]["Proposal"][];
        };
        /**
         * ProposedName
         * @description 人工定位之后向地名库建议的别名，待他人核准。
         */
        ProposedName: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Place */
            place: number;
            /** Place Name */
            place_name: string;
            /** Says */
            says: string;
        };
        /**
         * RateFigure
         * @description 一个指标：分子、分母；分母为 0 时没有指标（said 为空）。
         */
        RateFigure: {
            /** Code */
            code: string;
            /** Denominator */
            denominator: number;
            /** Numerator */
            numerator: number;
            /** Said */
            said: string | null;
        };
        /**
         * RateSetting
         * @description 指标设置的一版。
         */
        RateSetting: {
            /** Active */
            active: boolean;
            /** Board */
            board: number;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Day Starts */
            day_starts: number;
            /** Month Starts */
            month_starts: number;
            /** Note */
            note: string;
            /** Partly */
            partly: number;
            /** Partly Words */
            partly_words: string[];
            /** Responded */
            responded: number;
            /** Satisfied */
            satisfied: number;
            /** Satisfied Words */
            satisfied_words: string[];
            /** Solved */
            solved: number;
            /** Version */
            version: number;
        };
        /**
         * RateSettingForm
         * @description 指标的权重、用语与窗口；保存后是新的一版，立即生效，已锁定的考核周期不变。
         */
        RateSettingForm: {
            /**
             * Board
             * @description 红榜、黑榜各列几个单位
             * @default 3
             */
            board: number;
            /**
             * Day Starts
             * @description 一天从几点起，按分钟
             */
            day_starts: number;
            /**
             * Month Starts
             * @description 一月从几号起
             */
            month_starts: number;
            /** Note */
            note: string;
            /**
             * Partly
             * @description 基本满意按多少算
             */
            partly: number;
            /**
             * Partly Words
             * @default []
             */
            partly_words: string[];
            /** Responded */
            responded: number;
            /** Satisfied */
            satisfied: number;
            /** Satisfied Words */
            satisfied_words: string[];
            /** Solved */
            solved: number;
        };
        /**
         * Rates
         * @description 指标与口径。
         */
        Rates: {
            /** Formula */
            formula: string;
            /** Formulas */
            formulas: components["schemas"]["FormulaText"][];
            /** Setting */
            setting: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            total: components["schemas"]["TotalFigures"];
            /** Units */
            units: components["schemas"]["UnitFigures"][];
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
        };
        /**
         * ReadItem
         * @description 一条读法不同的消息。
         */
        ReadItem: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Errors */
            errors: components["schemas"]["ProfileFault"][];
            /** Former Errors */
            former_errors: components["schemas"]["ProfileFault"][];
            /** Order */
            order: string | null;
            /** Rows */
            rows: components["schemas"]["ReadRow"][];
            /** Source */
            source: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "same" | "different" | "refused" | "accepted";
        };
        /**
         * ReadNotice
         * @description 读到的日子，供核对。
         */
        ReadNotice: {
            /** Days */
            days: components["schemas"]["NoticeDay"][];
            /** Year */
            year: number;
        };
        /**
         * ReadRow
         * @description 一个读法不同的字段。
         */
        ReadRow: {
            /** Field */
            field: string;
            former: components["schemas"]["ReadSide"];
            proposed: components["schemas"]["ReadSide"];
        };
        /**
         * ReadSide
         * @description 一种读法：从热线的哪个字段读到，读成什么（个人信息打码）。
         */
        ReadSide: {
            /** Name */
            name: string | null;
            /** Shows */
            shows: string | null;
        };
        /**
         * Readiness
         * @description 这个进程能不能接收请求。
         */
        Readiness: {
            /** Detail */
            detail: string;
            status: components["schemas"]["Status"];
        };
        /**
         * Reason
         * @description 为什么回退。
         */
        Reason: {
            /** Note */
            note: string;
        };
        /**
         * ReasonCount
         * @description 一种问题在多少条消息里出现。
         */
        ReasonCount: {
            /** Field */
            field: string;
            /** Items */
            items: number;
            /**
             * Level
             * @enum {string}
             */
            level: "refused" | "doubted";
            /** Says */
            says: string;
        };
        /**
         * ReasonForm
         * @description 理由。
         */
        ReasonForm: {
            /** Reason */
            reason: string;
        };
        /**
         * ReceiptsAnswer
         * @description 收下几条，其中几条已知，几条不是本系统发出的。
         */
        ReceiptsAnswer: {
            /** Known */
            known: number;
            /** Taken */
            taken: number;
            /** Unknown */
            unknown: number;
        };
        /**
         * Reconciliation
         * @description 一次对账和它的全部差异。
         */
        Reconciliation: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Due */
            due: number;
            /** Equal */
            equal: number;
            /** File Name */
            file_name: string | null;
            /** Held */
            held: number;
            /** Id */
            id: number;
            /** Listed */
            listed: number;
            /** Missing */
            missing: number;
            /** Rows */
            rows: components["schemas"]["ReconciliationRow"][];
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /** Source */
            source: string;
            /** Source Name */
            source_name: string;
            /** State */
            state: number;
            /** Unknown */
            unknown: number;
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
            /** Uploaded By */
            uploaded_by: string | null;
        };
        /**
         * ReconciliationMade
         * @description 刚做完的一次对账，以及清单里读不出来的行。
         */
        ReconciliationMade: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Due */
            due: number;
            /** Equal */
            equal: number;
            /** Faults */
            faults: components["schemas"]["ListFault"][];
            /** File Name */
            file_name: string | null;
            /** Held */
            held: number;
            /** Id */
            id: number;
            /** Listed */
            listed: number;
            /** Missing */
            missing: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /** Source */
            source: string;
            /** Source Name */
            source_name: string;
            /** State */
            state: number;
            /** Unknown */
            unknown: number;
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
            /** Uploaded By */
            uploaded_by: string | null;
        };
        /**
         * ReconciliationRow
         * @description 一处差异。
         */
        ReconciliationRow: {
            /** Center Name */
            center_name: string | null;
            /**
             * Difference
             * @enum {string}
             */
            difference: "missing" | "unknown" | "state" | "due";
            /** Number */
            number: string | null;
            /** Order No */
            order_no: string;
            /** Our Due */
            our_due: string | null;
            /** Our Status */
            our_status: string | null;
            /** Their Due */
            their_due: string | null;
            /** Their Status */
            their_status: string | null;
            /** Ticket */
            ticket: number | null;
            /** Title */
            title: string | null;
        };
        /**
         * ReconciliationRun
         * @description 一次对账：热线列了多少、我们有多少、多少一致、各类差异多少。
         */
        ReconciliationRun: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Due */
            due: number;
            /** Equal */
            equal: number;
            /** File Name */
            file_name: string | null;
            /** Held */
            held: number;
            /** Id */
            id: number;
            /** Listed */
            listed: number;
            /** Missing */
            missing: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /** Source */
            source: string;
            /** Source Name */
            source_name: string;
            /** State */
            state: number;
            /** Unknown */
            unknown: number;
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
            /** Uploaded By */
            uploaded_by: string | null;
        };
        /**
         * ReconciliationSource
         * @description 一个热线来源；is_heard：登记了回传地址，状态和申请才送得到。
         */
        ReconciliationSource: {
            /** Id */
            id: string;
            /** Is Heard */
            is_heard: boolean;
            /** Name */
            name: string;
        };
        /**
         * Refetch
         * @description 位置不能继续，请重新取全貌。
         */
        Refetch: {
            /**
             * Reason
             * @enum {string}
             */
            reason: "rights" | "epoch" | "ahead" | "too_old";
            /** Stream */
            stream: number;
            /**
             * Type
             * @constant
             */
            type: "refetch";
        };
        /**
         * Relative
         * @description 主单，或并入的工单。has_order：有热线工单号的，答复随状态上报热线；没有的，要由中心告知诉求人。
         */
        Relative: {
            /** Has Order */
            has_order: boolean;
            /** Id */
            id: number;
            /** Number */
            number: string;
            /**
             * Received At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            received_at: string;
            state: components["schemas"]["State"];
            /** Title */
            title: string;
            /** Urged */
            urged: number;
        };
        /**
         * ReliabilityBin
         * @description 说的把握在这一段的工单，实际对了多少。
         */
        ReliabilityBin: {
            /** Bin */
            bin: [
                number,
                number
            ];
            /** Count */
            count: number;
            /** Mean P */
            mean_p: number;
            /** Right */
            right: number;
        };
        /**
         * Renamed
         * @description 改说明，或核对后改为以现行版本为基础。
         */
        Renamed: {
            /** Based On */
            based_on?: number | null;
            /** Note */
            note?: string | null;
        };
        /**
         * Repair
         * @description 一项可选的安全修正。
         */
        Repair: {
            /** After */
            after: {
                [key: string]: unknown;
            };
            /** Before */
            before: {
                [key: string]: unknown;
            };
            /** Codes */
            codes: string[];
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /**
             * Layer
             * @enum {string}
             */
            layer: "town" | "village" | "cell" | "police_grid";
            /** Most M2 */
            most_m2: number;
            /** Moved M2 */
            moved_m2: number;
            /** Says */
            says: string;
        };
        /**
         * Repairs
         * @description 可选的安全修正，以及在哪次修订。
         */
        Repairs: {
            /** Repairs */
            repairs: components["schemas"]["Repair"][];
            /** Revision */
            revision: number | null;
        };
        /**
         * ReplyCheck
         * @description 检查结果，以及遮去个人信息后的文字。
         */
        ReplyCheck: {
            /** Findings */
            findings: components["schemas"]["ReplyFinding"][];
            /** Masked */
            masked: string;
        };
        /**
         * ReplyDraft
         * @description 按事实起草的答复；没有记录的地方标【缺：…】。
         */
        ReplyDraft: {
            /** Draft */
            draft: string;
        };
        /**
         * ReplyFinding
         * @description 答复里发现的一处问题。start、end：在答复中的位置；都为 0 表示针对全文。
         */
        ReplyFinding: {
            /** Asks */
            asks: boolean;
            /** Blocks */
            blocks: boolean;
            /** Detail */
            detail: string;
            /** End */
            end: number;
            /** Instead */
            instead: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "gap" | "personal" | "sensitive" | "brief" | "copied" | "promise" | "beside";
            /** Start */
            start: number;
        };
        /**
         * ReplyForm
         * @description 待检查的答复。
         */
        ReplyForm: {
            /** Reply */
            reply: string;
        };
        /**
         * ReplySettingForm
         * @description 答复检查与自动结案的设置。
         */
        ReplySettingForm: {
            /**
             * Alike
             * @description 相同多少算照抄
             */
            alike: number;
            /**
             * Based On
             * @description 在哪一版上修改
             */
            based_on: number;
            /**
             * Compared
             * @description 与本单位最近几件答复比较
             */
            compared: number;
            /**
             * Conclude Days
             * @description 办结后多少天没有回访即自动结案
             */
            conclude_days: number;
            /** Doing */
            doing: string[];
            /** Hollow */
            hollow: string[];
            /** Note */
            note: string;
            /** Promising */
            promising: string[];
            /**
             * Shortest
             * @description 少于多少字算过简
             */
            shortest: number;
        };
        /**
         * ReplySettingVersion
         * @description 设置的一版。0 为程序自带。
         */
        ReplySettingVersion: {
            /** Alike */
            alike: number;
            /** Compared */
            compared: number;
            /** Conclude Days */
            conclude_days: number;
            /** Created At */
            created_at: string | null;
            /** Created By */
            created_by: string | null;
            /** Doing */
            doing: string[];
            /** Hollow */
            hollow: string[];
            /** Note */
            note: string;
            /** Promising */
            promising: string[];
            /** Shortest */
            shortest: number;
            /** Version */
            version: number;
        };
        /**
         * Report
         * @description 定位质量：以已确认位置的工单为准。
         */
        Report: {
            /** Calibration */
            calibration: components["schemas"]["ReliabilityBin"][];
            /** Confirmed */
            confirmed: number;
            in_force: components["schemas"]["InForce"];
            /** Levels */
            levels: components["schemas"]["OfLevel"][];
            /** Rows */
            rows: components["schemas"]["Rung"][];
            score: components["schemas"]["Score"];
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /** Tickets */
            tickets: number;
            town: components["schemas"]["TownShare"];
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
        };
        /**
         * Reported
         * @description 我报的一件事，现在怎样。
         */
        Reported: {
            /** Id */
            id: number;
            /** Number */
            number: string;
            /**
             * Received At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            received_at: string;
            /** Reply */
            reply: string | null;
            state: components["schemas"]["State"];
            /** State Name */
            state_name: string;
            /**
             * State Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            state_since: string;
            /** Title */
            title: string;
        };
        /**
         * RequestKind
         * @description What is asked for: 退回热线, 延期, 挂账, 不计入考核, 应予办结, 并单.
         * @enum {string}
         */
        RequestKind: "hand_back" | "extend" | "suspend" | "exempt" | "close_as" | "merge";
        /**
         * RequestState
         * @description How far a request has come.
         * @enum {string}
         */
        RequestState: "drafted" | "signed_off" | "sent" | "granted" | "refused" | "unanswered" | "withdrawn";
        /**
         * ResetPasswordForm
         * @description 重设密码；还没有账号的，填用户名。
         */
        ResetPasswordForm: {
            /** Username */
            username?: string | null;
        };
        /**
         * Resume
         * @description 从一个位置继续一个流。
         */
        Resume: {
            position: components["schemas"]["Position"];
            /** Stream */
            stream: number;
            /**
             * Type
             * @constant
             */
            type: "resume";
        };
        /**
         * Retired
         * @description 停用了几处。
         */
        Retired: {
            /** Ended */
            ended: number;
        };
        /**
         * Retiring
         * @description 停用一处地名。
         */
        Retiring: {
            /** Reason */
            reason: string;
            /**
             * With Parts
             * @description 连同下级地名一并停用
             * @default false
             */
            with_parts: boolean;
        };
        /**
         * ReturnPoint
         * @description 退单时给出的正确位置。
         */
        ReturnPoint: {
            /** Datum */
            datum: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
        };
        /**
         * RevealForm
         * @description 显示号码的原因，记入审计。
         */
        RevealForm: {
            /** Reason */
            reason: string;
        };
        /**
         * RevisionForm
         * @description 针对草稿的哪一次修改。
         */
        RevisionForm: {
            /** Revision */
            revision: number;
        };
        /**
         * RevokeForm
         * @description 作废密钥。
         */
        RevokeForm: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * Rezoning
         * @description 未结工单换版的进度。
         */
        Rezoning: {
            /** Done */
            done: number;
            /** Failed */
            failed: number;
            /** Finished At */
            finished_at: string | null;
            /** Moved */
            moved: number;
            /** Other Center */
            other_center: number;
            /** Overtaken By */
            overtaken_by: number | null;
            /**
             * Started At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            started_at: string;
            /** Total */
            total: number;
        };
        /**
         * Role
         * @description What a person may be for a unit (岗位角色).
         * @enum {string}
         */
        Role: "district_operator" | "supervisor" | "town_operator" | "duty_leader" | "signing_leader" | "station_clerk" | "grid_worker" | "police_officer" | "enforcement_officer" | "window_clerk" | "agency_clerk" | "department_liaison" | "system_admin" | "security_admin" | "audit_admin";
        /**
         * RoleName
         * @description 一种岗位角色；kinds：可以在哪些类别的单位。
         */
        RoleName: {
            /** Kinds */
            kinds: string[];
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
        };
        /**
         * RoutingDraftForm
         * @description 保存草稿：全部规则，按顺序。
         */
        RoutingDraftForm: {
            /**
             * Note
             * @description 改了什么、为什么
             */
            note: string;
            /** Revision */
            revision: number;
            /** Rules */
            rules: components["schemas"]["RoutingRuleForm"][];
        };
        /**
         * RoutingRuleFault
         * @description 规则的问题：blocking 的不能保存。
         */
        RoutingRuleFault: {
            /** Blocking */
            blocking: boolean;
            /** Field */
            field: string;
            /** Name */
            name: string;
            /** Ordinal */
            ordinal: number;
            /** Says */
            says: string;
        };
        /**
         * RoutingRuleForm
         * @description 一条派单规则；没有给的条件不限。
         */
        RoutingRuleForm: {
            /**
             * Categories
             * @description 事项分类路径，含其下各级
             */
            categories?: string[] | null;
            /** Cell Kinds */
            cell_kinds?: ("general" | "dedicated")[] | null;
            /** Channels */
            channels?: string[] | null;
            /**
             * Days
             * @description 工作日或休息日
             */
            days?: ("working" | "off") | null;
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /** Name */
            name: string;
            /** Place Needs */
            place_needs?: components["schemas"]["PlaceNeed"][] | null;
            /** Police Lists */
            police_lists?: ("to_police" | "from_police")[] | null;
            /**
             * Power
             * @description 镇街当日有/没有该事项的处罚权
             */
            power?: ("held" | "not_held") | null;
            /** Reason */
            reason: string;
            /** Sources */
            sources?: string[] | null;
            /**
             * Target Kind
             * @enum {string}
             */
            target_kind: "town" | "station" | "police_station" | "outpost" | "enforcement" | "service_center" | "agency" | "unit" | "bureau" | "district";
            /** Target Unit */
            target_unit?: number | null;
            /**
             * Time From
             * @description 如 17:30；可跨零点
             */
            time_from?: string | null;
            /** Time Until */
            time_until?: string | null;
            /** Towns */
            towns?: string[] | null;
            /** Types */
            types?: components["schemas"]["Type"][] | null;
            /** Urgencies */
            urgencies?: components["schemas"]["Urgency"][] | null;
            /** Valid From */
            valid_from?: string | null;
            /**
             * Valid Until
             * @description 失效日：当日起不再适用
             */
            valid_until?: string | null;
        };
        /**
         * RoutingRuleShape
         * @description 一条规则和它的序号。
         */
        RoutingRuleShape: {
            /**
             * Categories
             * @description 事项分类路径，含其下各级
             */
            categories?: string[] | null;
            /** Cell Kinds */
            cell_kinds?: ("general" | "dedicated")[] | null;
            /** Channels */
            channels?: string[] | null;
            /**
             * Days
             * @description 工作日或休息日
             */
            days?: ("working" | "off") | null;
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /** Name */
            name: string;
            /** Ordinal */
            ordinal: number;
            /** Place Needs */
            place_needs?: components["schemas"]["PlaceNeed"][] | null;
            /** Police Lists */
            police_lists?: ("to_police" | "from_police")[] | null;
            /**
             * Power
             * @description 镇街当日有/没有该事项的处罚权
             */
            power?: ("held" | "not_held") | null;
            /** Reason */
            reason: string;
            /** Sources */
            sources?: string[] | null;
            /**
             * Target Kind
             * @enum {string}
             */
            target_kind: "town" | "station" | "police_station" | "outpost" | "enforcement" | "service_center" | "agency" | "unit" | "bureau" | "district";
            /** Target Unit */
            target_unit?: number | null;
            /**
             * Time From
             * @description 如 17:30；可跨零点
             */
            time_from?: string | null;
            /** Time Until */
            time_until?: string | null;
            /** Towns */
            towns?: string[] | null;
            /** Types */
            types?: components["schemas"]["Type"][] | null;
            /** Urgencies */
            urgencies?: components["schemas"]["Urgency"][] | null;
            /** Valid From */
            valid_from?: string | null;
            /**
             * Valid Until
             * @description 失效日：当日起不再适用
             */
            valid_until?: string | null;
        };
        /**
         * RowFault
         * @description 排班表里不能导入的一行。
         */
        RowFault: {
            /** Reason */
            reason: string;
            /** Row */
            row: number;
        };
        /**
         * RuleProposal
         * @description 先例建议的一条规则。
         */
        RuleProposal: {
            /** Path */
            path: string;
            /** Times */
            times: number;
            /** Towns */
            towns: string[];
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * RuleProposalForm
         * @description 采纳建议：另起草稿，把这条规则放在最前。
         */
        RuleProposalForm: {
            /** Path */
            path: string;
            /** Towns */
            towns: string[];
            /** Unit */
            unit: number;
        };
        /**
         * RuleVersion
         * @description 一版派单规则。
         */
        RuleVersion: {
            /** Activated At */
            activated_at: string | null;
            /** Activated By */
            activated_by: string | null;
            /** Based On */
            based_on: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Held Back */
            held_back: string | null;
            /** Note */
            note: string;
            /** Retired At */
            retired_at: string | null;
            /** Revision */
            revision: number;
            /** Rules */
            rules: number;
            /** Starts At */
            starts_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "scheduled" | "active" | "retired" | "discarded";
            /** Tried */
            tried: boolean;
            /** Tried Revision */
            tried_revision: number | null;
            /** Version */
            version: number;
        };
        /**
         * RuleVersionDetail
         * @description 一版规则的全部内容。
         */
        RuleVersionDetail: {
            /** Activated At */
            activated_at: string | null;
            /** Activated By */
            activated_by: string | null;
            /** Based On */
            based_on: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Faults */
            faults: components["schemas"]["RoutingRuleFault"][];
            /** Held Back */
            held_back: string | null;
            /** Listed */
            listed: components["schemas"]["RoutingRuleShape"][];
            /** Note */
            note: string;
            /** Retired At */
            retired_at: string | null;
            /** Revision */
            revision: number;
            /** Rules */
            rules: number;
            /** Starts At */
            starts_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "scheduled" | "active" | "retired" | "discarded";
            trial: components["schemas"]["Trial"] | null;
            /** Tried */
            tried: boolean;
            /** Tried Revision */
            tried_revision: number | null;
            /** Version */
            version: number;
        };
        /**
         * RulesOverview
         * @description 所有版本，和规则里可以用到的名称。
         */
        RulesOverview: {
            /** Categories */
            categories: components["schemas"]["CategoryName"][];
            /** Channels */
            channels: string[];
            /** Sources */
            sources: components["schemas"]["SourceName"][];
            /** Towns */
            towns: components["schemas"]["TownName"][];
            /** Units */
            units: components["schemas"]["UnitName"][];
            /** Versions */
            versions: components["schemas"]["RuleVersion"][];
        };
        /**
         * RulingForm
         * @description 裁定。
         */
        RulingForm: {
            /** Ruling */
            ruling: string;
            /** Upheld */
            upheld: boolean;
        };
        /**
         * Rung
         * @description 一个门槛会自动定位多少，其中多少是对的。
         */
        Rung: {
            /** Cell Precision */
            cell_precision: number | null;
            /** Cell Right */
            cell_right: number;
            /** Coverage */
            coverage: number | null;
            /** Placed */
            placed: number;
            /** Threshold */
            threshold: number;
            /** Town Precision */
            town_precision: number | null;
            /** Town Right */
            town_right: number;
        };
        /**
         * RunningClock
         * @description 一个正在计时的时限；supervision：督办的反馈时限。
         */
        RunningClock: {
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /** Kind */
            kind: ("place" | "decide" | "ruling" | "sign" | "contact" | "inner" | "halt" | "review" | "signoff" | "reply" | "redo") | "supervision";
            /** Paused At */
            paused_at: string | null;
            /** Soon At */
            soon_at: string | null;
            /**
             * Started At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            started_at: string;
            /** Unannounced */
            unannounced: boolean;
            /** Warned */
            warned: ("soon" | "overdue") | null;
        };
        /**
         * SaidWord
         * @description 一个词在多少件工单里出现。
         */
        SaidWord: {
            /** Count */
            count: number;
            /** Word */
            word: string;
        };
        /**
         * SaveNotice
         * @description 核对无误的通知。
         */
        SaveNotice: {
            /** Days */
            days: components["schemas"]["NoticeDay"][];
            /** Source */
            source: string;
        };
        /**
         * SavedDraft
         * @description 保存后的草稿。
         */
        SavedDraft: {
            /** Faults */
            faults: components["schemas"]["RoutingRuleFault"][];
            /** Revision */
            revision: number;
            /** Version */
            version: number;
        };
        /**
         * SavedProfileDraft
         * @description 已保存的草稿和要留意的地方。
         */
        SavedProfileDraft: {
            /** Faults */
            faults: components["schemas"]["ProfileFault"][];
            /** Revision */
            revision: number;
            /** Version */
            version: number;
        };
        /**
         * SavedSetting
         * @description 保存好的版本。
         */
        SavedSetting: {
            /** Version */
            version: number;
        };
        /**
         * SavedTimetable
         * @description 保存好的版本。
         */
        SavedTimetable: {
            /** Version */
            version: number;
        };
        /**
         * Says
         * @description 一句话。
         */
        Says: {
            /** Says */
            says: string;
        };
        /**
         * Scope
         * @description What a key opens (密钥用途); a key opens one thing only.
         * @enum {string}
         */
        Scope: "features" | "metrics";
        /**
         * Score
         * @description 把握有多准：越小越好；没有工单时为空。
         */
        Score: {
            /** Answers */
            answers: number;
            /** Brier */
            brier: number | null;
            /** Calibration Error */
            calibration_error: number | null;
            /** Log Loss */
            log_loss: number | null;
        };
        /**
         * SearchAnswer
         * @description 找到的工单，以及不在本辖区的件数。
         */
        SearchAnswer: {
            /** Elsewhere */
            elsewhere: number;
            /** Tickets */
            tickets: components["schemas"]["TicketRow"][];
        };
        /**
         * SearchForm
         * @description 查找。
         */
        SearchForm: {
            /** Text */
            text: string;
        };
        /**
         * SeasonForm
         * @description 一季的办公时间：首日、末日（月-日）与各段时间。
         */
        SeasonForm: {
            /** First Day */
            first_day: string;
            /** Hours */
            hours: string;
            /** Last Day */
            last_day: string;
            /** Name */
            name: string;
        };
        /**
         * SeasonInForce
         * @description 一季现行办公时间；minutes 为每天合计。
         */
        SeasonInForce: {
            /** First Day */
            first_day: string;
            /** Hours */
            hours: string;
            /** Last Day */
            last_day: string;
            /** Minutes */
            minutes: number;
            /** Name */
            name: string;
        };
        /**
         * SecretForm
         * @description 增加一把推送密钥。
         */
        SecretForm: {
            /**
             * Secret
             * @description 热线给的密钥；不填则由系统生成
             */
            secret?: string | null;
        };
        /**
         * SecretSource
         * @description 一个热线来源和它有效的密钥：推送用的，和回传办理状态用的（reports：登记了回传地址）。
         */
        SecretSource: {
            /** Active */
            active: boolean;
            /** Name */
            name: string;
            /** Report Secrets */
            report_secrets: components["schemas"]["WebhookSecret"][];
            /** Reports */
            reports: boolean;
            /** Secrets */
            secrets: components["schemas"]["WebhookSecret"][];
            /** Source */
            source: string;
        };
        /**
         * SensitiveWord
         * @description 敏感词，含历史。
         */
        SensitiveWord: {
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Former */
            former?: number | null;
            /** Id */
            id: number;
            /**
             * Instead
             * @description 建议改为
             */
            instead?: string | null;
            /** Reason */
            reason: string;
            /** Word */
            word: string;
        };
        /**
         * SensitiveWordForm
         * @description 敏感词。
         */
        SensitiveWordForm: {
            /** Former */
            former?: number | null;
            /**
             * Instead
             * @description 建议改为
             */
            instead?: string | null;
            /** Reason */
            reason: string;
            /** Word */
            word: string;
        };
        /**
         * SensitiveWordList
         * @description 粘贴的敏感词表。
         */
        SensitiveWordList: {
            /** Reason */
            reason: string;
            /**
             * Text
             * @description 一行一个：词、建议改为、理由，用逗号或制表符隔开
             */
            text: string;
        };
        /**
         * SensitiveWordsTaken
         * @description 粘贴的结果。
         */
        SensitiveWordsTaken: {
            /** Added */
            added: number;
            /** Known */
            known: number;
        };
        /**
         * Sent
         * @description 发件箱里的一条：本来会发出去的内容。号码不全显示；链接只在演示里能点，别处谁也不能用别人的链接。
         */
        Sent: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "sms" | "voice" | "wecom";
            /** Params */
            params: {
                [key: string]: string;
            };
            /** Template */
            template: string;
            /** Text */
            text: string;
            /** To */
            to: string;
        };
        /**
         * SettingForm
         * @description 改定位设置：只写要改的；weights 或 calibration 写 null 即恢复程序自带的。
         */
        SettingForm: {
            /** Based On */
            based_on: number;
            /** Calibration */
            calibration?: {
                [key: string]: unknown;
            } | null;
            /**
             * Confirm
             * @default false
             */
            confirm: boolean;
            /** Least Precision */
            least_precision?: number | null;
            /** Note */
            note: string;
            /** Region */
            region?: string[] | null;
            thresholds?: components["schemas"]["ThresholdsForm"] | null;
            /** Weights */
            weights?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * SettingVersion
         * @description 一版定位设置。
         */
        SettingVersion: {
            /** Active */
            active: boolean;
            /** Calibrated */
            calibrated: boolean;
            /** Created At */
            created_at: string | null;
            /** Created By */
            created_by: string | null;
            /** Least Precision */
            least_precision: number;
            /** Note */
            note: string | null;
            /** Region */
            region: string[];
            thresholds: components["schemas"]["Thresholds"];
            /** Version */
            version: number;
            /** Weights */
            weights: {
                [key: string]: unknown;
            };
        };
        /**
         * SharedGround
         * @description 两块共有的地面：share 占旧块多少，back_share 占新块多少；null 为不属于任何块。
         */
        SharedGround: {
            /** Area M2 */
            area_m2: number;
            /** Back Share */
            back_share: number;
            /** From */
            from: string | null;
            /** From Name */
            from_name: string | null;
            /** Share */
            share: number;
            /** To */
            to: string | null;
            /** To Name */
            to_name: string | null;
        };
        /**
         * Shift
         * @description 一个班。
         */
        Shift: {
            /**
             * Ends At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            ends_at: string;
            /** Id */
            id: number;
            /** Person */
            person: number;
            /** Person Name */
            person_name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "operator" | "leader";
            /**
             * Starts At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            starts_at: string;
            /** Unit */
            unit: number;
        };
        /**
         * ShiftTableForm
         * @description 导入排班表：列名 日期、岗位、姓名、开始、结束。
         */
        ShiftTableForm: {
            /** Text */
            text: string;
            /** Unit */
            unit: number;
        };
        /**
         * ShiftsLoaded
         * @description 导入的结果。
         */
        ShiftsLoaded: {
            /** Faults */
            faults: components["schemas"]["RowFault"][];
            /** Known */
            known: number;
            /** Made */
            made: number;
        };
        /**
         * ShiftsMade
         * @description 排了几个班。
         */
        ShiftsMade: {
            /** Made */
            made: number;
        };
        /**
         * SignInForm
         * @description 登录。
         */
        SignInForm: {
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * Signoff
         * @description 须由谁签发，为什么。
         */
        Signoff: {
            /** Signer */
            signer: string;
            /** Why */
            why: string;
        };
        /**
         * SignoffRule
         * @description 签发规则，含历史。
         */
        SignoffRule: {
            /** Category */
            category?: string | null;
            /**
             * Category Asks
             * @description 只用于分类本身规定要签发的诉求
             * @default false
             */
            category_asks: boolean;
            /** Confidential */
            confidential?: boolean | null;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Former */
            former?: number | null;
            /** How Closed */
            how_closed?: ("solved" | "partly" | "explained" | "ground" | "referred" | "stage")[] | null;
            /** Id */
            id: number;
            /**
             * Least Rework
             * @description 重办几次起
             */
            least_rework?: number | null;
            /**
             * Ordinal
             * @default 100
             */
            ordinal: number;
            /** Reason */
            reason: string;
            /**
             * Signer
             * @enum {string}
             */
            signer: "signing_leader" | "duty_leader";
            /** Types */
            types?: components["schemas"]["Type"][] | null;
            /**
             * Unhappy
             * @description 预回访不满意
             */
            unhappy?: boolean | null;
            /** Urgencies */
            urgencies?: components["schemas"]["Urgency"][] | null;
        };
        /**
         * SignoffRuleForm
         * @description 签发规则。
         */
        SignoffRuleForm: {
            /** Category */
            category?: string | null;
            /**
             * Category Asks
             * @description 只用于分类本身规定要签发的诉求
             * @default false
             */
            category_asks: boolean;
            /** Confidential */
            confidential?: boolean | null;
            /** Former */
            former?: number | null;
            /** How Closed */
            how_closed?: ("solved" | "partly" | "explained" | "ground" | "referred" | "stage")[] | null;
            /**
             * Least Rework
             * @description 重办几次起
             */
            least_rework?: number | null;
            /**
             * Ordinal
             * @default 100
             */
            ordinal: number;
            /** Reason */
            reason: string;
            /**
             * Signer
             * @enum {string}
             */
            signer: "signing_leader" | "duty_leader";
            /** Types */
            types?: components["schemas"]["Type"][] | null;
            /**
             * Unhappy
             * @description 预回访不满意
             */
            unhappy?: boolean | null;
            /** Urgencies */
            urgencies?: components["schemas"]["Urgency"][] | null;
        };
        /**
         * Similar
         * @description 相似诉求：只列本中心的；其他中心只给数量，不给编号。
         */
        Similar: {
            /** Elsewhere */
            elsewhere: number;
            /** Similar */
            similar: components["schemas"]["SimilarTicket"][];
        };
        /**
         * SimilarTicket
         * @description 可能是同一件事的工单，以及为什么。share:0 到 1;excerpt：诉求的开头。
         */
        SimilarTicket: {
            /** Address */
            address: string;
            /** Callers */
            callers: number;
            /** Excerpt */
            excerpt: string;
            /** Id */
            id: number;
            /** Number */
            number: string;
            /** Reasons */
            reasons: string[];
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Share */
            share: number;
            state: components["schemas"]["State"];
            /** Title */
            title: string;
        };
        /**
         * Slip
         * @description 登录条：一次性密码只出现这一次，只能用来设自己的密码。
         */
        Slip: {
            /**
             * Address
             * @description 第一次登录打开的网址
             */
            address: string;
            /**
             * Code
             * @description 这个网址的二维码：每行一串，1 是黑格
             */
            code: string[];
            /** Id */
            id: number;
            /**
             * Last Day
             * Format: date
             * @description 到哪天为止可以用，含当天
             */
            last_day: string;
            /** Name */
            name: string;
            /** Password */
            password: string;
            /** Post */
            post: string;
            role: components["schemas"]["Role"];
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
            /** Username */
            username: string;
        };
        /**
         * SlipPerson
         * @description 有账号、还没有自己的密码的人。
         */
        SlipPerson: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Post */
            post: string;
            role: components["schemas"]["Role"];
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
            /** Username */
            username: string;
        };
        /**
         * SlipsForm
         * @description 给哪些人制作登录条。
         */
        SlipsForm: {
            /** Persons */
            persons: number[];
        };
        /**
         * Snapshot
         * @description 一个中心的在办工单全貌与位置号。
         */
        Snapshot: {
            /** Epoch */
            epoch: string;
            /** Rights */
            rights: string;
            /** Seq */
            seq: number;
            /** Stream */
            stream: number;
            /** Tickets */
            tickets: components["schemas"]["TicketRow"][];
        };
        /**
         * SocketTicket
         * @description 一次性连接凭证。
         */
        SocketTicket: {
            /** Expires In */
            expires_in: number;
            /** Ticket */
            ticket: string;
        };
        /**
         * SourceForm
         * @description 来源的名称和回传地址。
         */
        SourceForm: {
            /** Callback Url */
            callback_url?: string | null;
            /** Name */
            name: string;
            /**
             * Note
             * @description 改了什么、为什么
             */
            note: string;
        };
        /**
         * SourceName
         * @description 一个推送来源。
         */
        SourceName: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * SourceNoteForm
         * @description 为什么停收或恢复。
         */
        SourceNoteForm: {
            /**
             * Note
             * @description 改了什么、为什么
             */
            note: string;
        };
        /**
         * Span
         * @description How long, cut how.
         * @enum {string}
         */
        Span: "day" | "week" | "month" | "clock";
        /**
         * StaffedCell
         * @description 一个网格和它的人。
         */
        StaffedCell: {
            /** Code */
            code: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "general" | "dedicated";
            /** Name */
            name: string;
            /** People */
            people: components["schemas"]["StaffedPerson"][];
            /** Town */
            town: string;
            /** Village */
            village: string;
            /** Village Name */
            village_name: string;
        };
        /**
         * StaffedPerson
         * @description 网格里的一个人；since 可以是以后。
         */
        StaffedPerson: {
            /**
             * Duty
             * @enum {string}
             */
            duty: "worker" | "head" | "officer";
            /** Full Time */
            full_time: boolean;
            /** Name */
            name: string;
            /** Person */
            person: number;
            /** Phone */
            phone: string;
            /** Since */
            since: string | null;
            /** Until */
            until: string | null;
        };
        /**
         * StaffedTown
         * @description 一个镇街：多少网格，各有多少缺网格员、网格长、社区民警。
         */
        StaffedTown: {
            /** Cells */
            cells: number;
            /** Code */
            code: string;
            /** Head */
            head: number;
            /** Name */
            name: string;
            /** Officer */
            officer: number;
            /** Worker */
            worker: number;
        };
        /**
         * StandIn
         * @description 一次代岗（AB 岗）。
         */
        StandIn: {
            /** Absent */
            absent: number;
            /** Absent Name */
            absent_name: string;
            /**
             * Ends At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            ends_at: string;
            /** Id */
            id: number;
            /** Person */
            person: number;
            /** Person Name */
            person_name: string;
            /** Reason */
            reason: string;
            /**
             * Starts At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            starts_at: string;
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * StandInForm
         * @description 代岗：谁代谁、哪个单位、什么时候。
         */
        StandInForm: {
            /** Absent */
            absent: number;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Person */
            person: number;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Unit */
            unit: number;
        };
        /**
         * StandInMade
         * @description 已登记的代岗。
         */
        StandInMade: {
            /** Id */
            id: number;
        };
        /**
         * StandardText
         * @description 标准答复，含历史。
         */
        StandardText: {
            /** Category */
            category?: string | null;
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Former */
            former?: number | null;
            /** Id */
            id: number;
            /**
             * Ordinal
             * @default 100
             */
            ordinal: number;
            /** Title */
            title: string;
            /**
             * Unit
             * @description 只给哪个单位用；空为全区
             */
            unit?: number | null;
            /** Unit Name */
            unit_name: string | null;
            /**
             * Words
             * @description 可用填空，如 {标题}、{承办单位}
             */
            words: string;
        };
        /**
         * StandardTextForm
         * @description 标准答复。
         */
        StandardTextForm: {
            /** Category */
            category?: string | null;
            /** Former */
            former?: number | null;
            /**
             * Ordinal
             * @default 100
             */
            ordinal: number;
            /** Title */
            title: string;
            /**
             * Unit
             * @description 只给哪个单位用；空为全区
             */
            unit?: number | null;
            /**
             * Words
             * @description 可用填空，如 {标题}、{承办单位}
             */
            words: string;
        };
        /**
         * Started
         * @description 已在后台开始的任务；每半秒查一次进度。
         */
        Started: {
            work: components["schemas"]["Work"];
        };
        /**
         * State
         * @description Where a ticket stands; named on the desk by what is owed.
         * @enum {string}
         */
        State: "unplaced" | "undecided" | "dispatched" | "signed" | "assigned" | "in_progress" | "answered" | "reviewed" | "replied" | "closed" | "returned" | "suspended" | "merged" | "cancelled" | "rejected" | "handed_back";
        /**
         * Status
         * @description Well, well enough to go on, or not working.
         * @enum {string}
         */
        Status: "ok" | "degraded" | "down";
        /**
         * Stream
         * @description 一个指挥中心的推送流。
         */
        Stream: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * SupervisedTicket
         * @description 督办与它的工单。
         */
        SupervisedTicket: {
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Answered By */
            answered_by: string | null;
            /**
             * Asked At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            asked_at: string;
            /** Asked By */
            asked_by: string | null;
            /** Asked Of */
            asked_of: string;
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /** Id */
            id: number;
            /** Level */
            level: number;
            /** Lifted */
            lifted: string | null;
            /** Lifted At */
            lifted_at: string | null;
            /** Lifted By */
            lifted_by: string | null;
            /** Number */
            number: string;
            /** Overdue */
            overdue: boolean;
            /** Requirement */
            requirement: string;
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "answered" | "lifted";
            /** Ticket */
            ticket: number;
            ticket_state: components["schemas"]["State"];
            /** Title */
            title: string;
            /** Unit */
            unit: string | null;
        };
        /**
         * Supervision
         * @description 一次督办：级别、要求、反馈时限，怎样答复。
         */
        Supervision: {
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Answered By */
            answered_by: string | null;
            /**
             * Asked At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            asked_at: string;
            /** Asked By */
            asked_by: string | null;
            /** Asked Of */
            asked_of: string;
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /** Id */
            id: number;
            /** Level */
            level: number;
            /** Lifted */
            lifted: string | null;
            /** Lifted At */
            lifted_at: string | null;
            /** Lifted By */
            lifted_by: string | null;
            /** Overdue */
            overdue: boolean;
            /** Requirement */
            requirement: string;
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "answered" | "lifted";
        };
        /**
         * TakeOverForm
         * @description 接班人确认：接班人自己的密码。
         */
        TakeOverForm: {
            /** Password */
            password: string;
        };
        /**
         * Telling
         * @description 通知设置。gateway：通知经什么发出；outbox 是本机发件箱（演示）。
         */
        Telling: {
            /** Gateway */
            gateway: string;
            /** History */
            history: components["schemas"]["TellingVersion"][];
            limits: components["schemas"]["TellingLimits"];
            /** Templates */
            templates: components["schemas"]["MessageTemplate"][];
            /** Version */
            version: number;
        };
        /**
         * TellingLimits
         * @description 通知的限值：分钟数、免打扰时段、每人每日上限。
         */
        TellingLimits: {
            /** Bundle Minutes */
            bundle_minutes: number;
            /** Call Minutes */
            call_minutes: number;
            /** Daily Cap */
            daily_cap: number;
            /** District Minutes */
            district_minutes: number;
            /**
             * First Kind
             * @enum {string}
             */
            first_kind: "sms" | "wecom";
            /**
             * Grievance Days
             * @description 投诉建议答复后留多少天
             * @default 365
             */
            grievance_days: number;
            /**
             * Keep Days
             * @description 消息留多少天，不少于 180 天
             * @default 180
             */
            keep_days: number;
            /** Leader Minutes */
            leader_minutes: number;
            /**
             * One Time Days
             * @description 登录条和一次性密码几天内有效
             * @default 14
             */
            one_time_days: number;
            /** Operator Minutes */
            operator_minutes: number;
            /** Quiet From */
            quiet_from: string;
            /** Quiet Until */
            quiet_until: string;
            /** Unopened Minutes */
            unopened_minutes: number;
        };
        /**
         * TellingLimitsForm
         * @description 新的限值与说明。
         */
        TellingLimitsForm: {
            /** Bundle Minutes */
            bundle_minutes: number;
            /** Call Minutes */
            call_minutes: number;
            /** Daily Cap */
            daily_cap: number;
            /** District Minutes */
            district_minutes: number;
            /**
             * First Kind
             * @enum {string}
             */
            first_kind: "sms" | "wecom";
            /**
             * Grievance Days
             * @description 投诉建议答复后留多少天
             * @default 365
             */
            grievance_days: number;
            /**
             * Keep Days
             * @description 消息留多少天，不少于 180 天
             * @default 180
             */
            keep_days: number;
            /** Leader Minutes */
            leader_minutes: number;
            /** Note */
            note: string;
            /**
             * One Time Days
             * @description 登录条和一次性密码几天内有效
             * @default 14
             */
            one_time_days: number;
            /** Operator Minutes */
            operator_minutes: number;
            /** Quiet From */
            quiet_from: string;
            /** Quiet Until */
            quiet_until: string;
            /** Unopened Minutes */
            unopened_minutes: number;
        };
        /**
         * TellingVersion
         * @description 限值的一版。
         */
        TellingVersion: {
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            limits: components["schemas"]["TellingLimits"];
            /** Note */
            note: string;
            /** Version */
            version: number;
        };
        /**
         * Template
         * @description What a message is about; its words are a district's own.
         * @enum {string}
         */
        Template: "assigned" | "sent_back" | "urged" | "resumed" | "unopened" | "bundle" | "critical";
        /**
         * Texts
         * @description 页面上因地而异的文字。
         */
        Texts: {
            /** District Name */
            district_name: string;
        };
        /**
         * Thresholds
         * @description 自动定位的门槛。
         */
        Thresholds: {
            /** Cell */
            cell: number;
            /** Coordinate Radius M */
            coordinate_radius_m: number;
            /** Town */
            town: number;
        };
        /**
         * ThresholdsForm
         * @description 要改的门槛；没有给的不变。
         */
        ThresholdsForm: {
            /** Cell */
            cell?: number | null;
            /** Coordinate Radius M */
            coordinate_radius_m?: number | null;
            /** Town */
            town?: number | null;
        };
        /**
         * TicketClosing
         * @description 一张工单的答复与办结：联系、佐证、签发、检查、草稿、标准答复。
         */
        TicketClosing: {
            /** Contacts */
            contacts: components["schemas"]["TicketContact"][];
            /** Draft */
            draft: string;
            /** Early Warning */
            early_warning: boolean;
            evidence: components["schemas"]["EvidenceAsked"];
            /** Findings */
            findings: components["schemas"]["ReplyFinding"][];
            /** Pre Callback */
            pre_callback: {
                [key: string]: unknown;
            } | null;
            promise: components["schemas"]["TicketPromise"] | null;
            /** Reached */
            reached: number;
            signoff: components["schemas"]["Signoff"] | null;
            /** Texts */
            texts: components["schemas"]["FilledText"][];
        };
        /**
         * TicketContact
         * @description 一次联系诉求人。
         */
        TicketContact: {
            /** Again At */
            again_at: string | null;
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Person Name */
            person_name: string | null;
            /** Result */
            result: string;
            /** Text */
            text: string | null;
            /** Unit Name */
            unit_name: string | null;
            /** Version */
            version: number;
        };
        /**
         * TicketDetail
         * @description 工单面板。
         */
        TicketDetail: {
            /** Allowed */
            allowed: components["schemas"]["Allowed"][];
            /** Answer */
            answer: {
                [key: string]: unknown;
            } | null;
            /** Assignments */
            assignments: components["schemas"]["Assignment"][];
            /** Callback Result */
            callback_result: {
                [key: string]: unknown;
            } | null;
            caller: components["schemas"]["MaskedCaller"] | null;
            /** Category Given */
            category_given: string | null;
            /** Category Path */
            category_path: string | null;
            cell: components["schemas"]["Cell"] | null;
            /** Clocks */
            clocks: components["schemas"]["Clock"][];
            /** Content */
            content: string;
            /** Deliveries */
            deliveries: components["schemas"]["Delivery"][];
            /** Evidence */
            evidence: components["schemas"]["Evidence"][];
            /** First Unit Name */
            first_unit_name: string | null;
            /** How Closed */
            how_closed: string | null;
            /** Journey */
            journey: components["schemas"]["JourneyStep"][];
            located: components["schemas"]["Located"];
            once_signed: components["schemas"]["Allowed"] | null;
            /** Photos Asked */
            photos_asked: components["schemas"]["PhotosAsked"][];
            proposal: components["schemas"]["LeadProposal"] | null;
            /** Repeat Of */
            repeat_of: string | null;
            /** Reply */
            reply: string | null;
            /** Returned */
            returned: {
                [key: string]: unknown;
            } | null;
            row: components["schemas"]["TicketRow"];
            /** Unit Name */
            unit_name: string | null;
        };
        /**
         * TicketJoint
         * @description 一张工单的联办情况：对外转办单、警情移交、执法案件、主单与并入的工单、与公安的移交。
         *
         *     danger_words：诉求里说到的危险词；chase_minutes：多少分钟内再催办要确认。
         */
        TicketJoint: {
            /** Cases */
            cases: components["schemas"]["EnforcementCase"][];
            /** Chase Minutes */
            chase_minutes: number;
            /** Children */
            children: components["schemas"]["Relative"][];
            /** Danger Words */
            danger_words: string[];
            /** Handovers */
            handovers: components["schemas"]["PoliceHandover"][];
            parent: components["schemas"]["Relative"] | null;
            /** Police */
            police: {
                [key: string]: unknown;
            } | null;
            /** Transfers */
            transfers: components["schemas"]["Transfer"][];
        };
        /**
         * TicketPromise
         * @description 与诉求人的约定。
         */
        TicketPromise: {
            /** Due At */
            due_at: string | null;
            /**
             * Made At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            made_at: string;
            /** Words */
            words: string | null;
        };
        /**
         * TicketRow
         * @description 工单公开行：推送、快照与应答中相同，不含个人信息。
         */
        TicketRow: {
            /** Address */
            address: string;
            /** Boundary Version */
            boundary_version: number;
            /** Called At */
            called_at: string | null;
            /** Callers */
            callers: number;
            /** Category */
            category: string | null;
            /** Cell */
            cell: string | null;
            /** Channel */
            channel: string;
            /** Clocks */
            clocks: components["schemas"]["RunningClock"][];
            /** Confidential */
            confidential: boolean;
            /** Edge M */
            edge_m: number | null;
            /** Exempt */
            exempt: boolean;
            /** Flags */
            flags: components["schemas"]["Flag"][];
            /** Hops */
            hops: number;
            /** Id */
            id: number;
            /** Lat */
            lat: number | null;
            /** Lead Person */
            lead_person: number | null;
            /** Lead Unit */
            lead_unit: number | null;
            /** Level */
            level: string;
            /** Lon */
            lon: number | null;
            /** Merged Into */
            merged_into: number | null;
            /** Near Edge */
            near_edge: boolean;
            /** Next Step At */
            next_step_at: string | null;
            /** No Return */
            no_return: boolean;
            /** Number */
            number: string;
            /** Order No */
            order_no: string | null;
            /** Outer Due */
            outer_due: string | null;
            /** Owed By */
            owed_by: number | null;
            /** P Cell */
            p_cell: number | null;
            /** P Town */
            p_town: number | null;
            place_need: components["schemas"]["PlaceNeed"];
            placement: components["schemas"]["Placement"];
            /** Police Grid */
            police_grid: string | null;
            prior: components["schemas"]["State"] | null;
            /** Radius M */
            radius_m: number | null;
            /**
             * Received At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            received_at: string;
            /** Rework */
            rework: number;
            /** Routing Reason */
            routing_reason: string | null;
            state: components["schemas"]["State"];
            /**
             * State Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            state_since: string;
            /** Stream */
            stream: number;
            /** Supervised */
            supervised: number;
            /** Supplements */
            supplements: number;
            /** Suspended Until */
            suspended_until: string | null;
            /** Title */
            title: string;
            /** Town */
            town: string | null;
            type: components["schemas"]["Type"];
            /** Unit */
            unit: number | null;
            /** Urged */
            urged: number;
            urgency: components["schemas"]["Urgency"];
            /** Version */
            version: number;
            /** Village */
            village: string | null;
        };
        /**
         * TimetableShape
         * @description 现行时限规则、办公时间、有通知的年份与历史。
         */
        TimetableShape: {
            /** History */
            history: components["schemas"]["TimetableVersion"][];
            /** Rules */
            rules: components["schemas"]["ClockRuleInForce"][];
            /** Seasons */
            seasons: components["schemas"]["SeasonInForce"][];
            /** Version */
            version: number;
            /** Years */
            years: components["schemas"]["AnnouncedYear"][];
        };
        /**
         * TimetableVersion
         * @description 时限设置的一版，以及在办时限重算到哪里。
         */
        TimetableVersion: {
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Looked */
            looked: number;
            /** Moved */
            moved: number;
            /** Note */
            note: string;
            /**
             * Part
             * @enum {string}
             */
            part: "rules" | "hours" | "calendar";
            /** Version */
            version: number;
        };
        /**
         * TotalFigures
         * @description 全部单位合在一起算（不是各单位的平均）。
         */
        TotalFigures: {
            /** Composite */
            composite: string | null;
            /** Rates */
            rates: components["schemas"]["RateFigure"][];
        };
        /**
         * Town
         * @description 镇街。
         */
        Town: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * TownName
         * @description 一个镇街。
         */
        TownName: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * TownShare
         * @description 镇街说对的。
         */
        TownShare: {
            /** Precision */
            precision: number | null;
            /** Right */
            right: number;
        };
        /**
         * Transfer
         * @description 一张对外转办单。
         */
        Transfer: {
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Body */
            body: string;
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /** Id */
            id: number;
            /**
             * Made At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            made_at: string;
            /** Made By */
            made_by: string | null;
            /** Matter */
            matter: string;
            /** Phone */
            phone: string | null;
        };
        /**
         * Trial
         * @description 试算结果。
         */
        Trial: {
            /**
             * Against
             * @description 与哪一版现行规则相比
             */
            against: number;
            /**
             * Asked
             * @description 取了多少张最近的工单
             */
            asked: number;
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /** Listed */
            listed: components["schemas"]["TrialTicket"][];
            /**
             * Moved
             * @description 其中会派往别处的
             */
            moved: number;
            /** Pairs */
            pairs: components["schemas"]["TrialPair"][];
            /**
             * Routed
             * @description 其中已有位置、由规则派单的
             */
            routed: number;
            /**
             * Rules
             * @description 草稿每条规则适用了多少张；0 为没有规则适用
             */
            rules: {
                [key: string]: number;
            };
        };
        /**
         * TrialForm
         * @description 试算最近多少张。
         */
        TrialForm: {
            /**
             * Tickets
             * @default 1000
             */
            tickets: number;
        };
        /**
         * TrialPair
         * @description 从哪里改到哪里，多少张。
         */
        TrialPair: {
            former: components["schemas"]["TrialUnit"];
            proposed: components["schemas"]["TrialUnit"];
            /** Tickets */
            tickets: number;
        };
        /**
         * TrialTicket
         * @description 一张会改派的工单。
         */
        TrialTicket: {
            former: components["schemas"]["TrialUnit"];
            /** Former Reason */
            former_reason: string;
            /** Number */
            number: string;
            /** Path */
            path: string;
            proposed: components["schemas"]["TrialUnit"];
            /** Reason */
            reason: string;
            /** Ticket */
            ticket: number;
        };
        /**
         * TrialUnit
         * @description 一个去处。
         */
        TrialUnit: {
            /** Id */
            id: number | null;
            /** Name */
            name: string;
        };
        /**
         * TriedClock
         * @description 试算出的时限。
         */
        TriedClock: {
            /**
             * Due At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            due_at: string;
            /** Marks */
            marks: components["schemas"]["TriedMark"][];
            /** Reason */
            reason: string;
            /** Rule */
            rule: number | null;
            /** Unannounced */
            unannounced: boolean;
            /** Why */
            why: string[];
        };
        /**
         * TriedClocks
         * @description 试算结果；没有规则管它时为空，另有制止时限的写在 halt。
         */
        TriedClocks: {
            clock: components["schemas"]["TriedClock"] | null;
            halt: components["schemas"]["TriedClock"] | null;
        };
        /**
         * TriedMark
         * @description 一次提醒的时刻。
         */
        TriedMark: {
            /**
             * At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            at: string;
            /**
             * Mark
             * @enum {string}
             */
            mark: "half" | "soon" | "two_hours" | "overdue";
        };
        /**
         * TryClockForm
         * @description 试算：这样一张工单的这个时限何时到期；带 rules 即按还没有保存的规则。
         */
        TryClockForm: {
            /** Category */
            category?: string | null;
            /**
             * Clock
             * @enum {string}
             */
            clock: "place" | "decide" | "ruling" | "sign" | "contact" | "inner" | "review" | "signoff" | "reply" | "redo" | "return";
            /** Outer Due */
            outer_due?: string | null;
            /** Rules */
            rules?: components["schemas"]["ClockRuleForm"][] | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Type */
            type: string;
            /** Unit */
            unit?: number | null;
            /** Urgency */
            urgency: string;
        };
        /**
         * Type
         * @description What kind of request it is (诉求类型).
         * @enum {string}
         */
        Type: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "praise" | "withdrawal" | "nuisance" | "invalid";
        /**
         * UnitEntry
         * @description 一个单位。people、tickets：多少人任职，手里多少件在办。
         */
        UnitEntry: {
            /** Active */
            active: boolean;
            /** Center */
            center: number;
            /** Ends At */
            ends_at: string | null;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "district_center" | "town_center" | "station" | "police_station" | "outpost" | "enforcement" | "service_center" | "agency" | "department";
            /** Liaisons */
            liaisons: components["schemas"]["Liaison"][];
            /** Name */
            name: string;
            /** Parent */
            parent: number | null;
            /** People */
            people: number;
            /** Phone */
            phone: string | null;
            /** Police Grid */
            police_grid: string | null;
            /** Station */
            station: number | null;
            /** Tickets */
            tickets: number;
            /** Town */
            town: string | null;
            /** Village */
            village: string | null;
        };
        /**
         * UnitFigures
         * @description 一个单位的各项指标与综合得分。
         */
        UnitFigures: {
            /** Composite */
            composite: string | null;
            /** Name */
            name: string;
            /** Rates */
            rates: components["schemas"]["RateFigure"][];
            /** Unit */
            unit: number;
        };
        /**
         * UnitForm
         * @description 单位：写类别、名称和在哪里；归哪个中心由系统得出。
         */
        UnitForm: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "district_center" | "town_center" | "station" | "police_station" | "outpost" | "enforcement" | "service_center" | "agency" | "department";
            /** Name */
            name: string;
            /** Parent */
            parent?: number | null;
            /** Phone */
            phone?: string | null;
            /** Police Grid */
            police_grid?: string | null;
            /**
             * Reason
             * @description 原因
             * @default
             */
            reason: string;
            /** Station */
            station?: number | null;
            /** Town */
            town?: string | null;
            /** Village */
            village?: string | null;
        };
        /**
         * UnitHolds
         * @description 单位还有什么，停用前怎么办。
         */
        UnitHolds: {
            /** Count */
            count: number;
            /** Says */
            says: string;
            /** Way */
            way: string;
            /** What */
            what: string;
        };
        /**
         * UnitMade
         * @description 新单位的编号。
         */
        UnitMade: {
            /** Id */
            id: number;
        };
        /**
         * UnitName
         * @description 一个单位。
         */
        UnitName: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * UnitRegister
         * @description 全部单位（停用的在后），以及单位可以属于的镇街、村居、警格。
         */
        UnitRegister: {
            /** Police Grids */
            police_grids: components["schemas"]["AreaInTown"][];
            /** Towns */
            towns: components["schemas"]["NamedArea"][];
            /** Units */
            units: components["schemas"]["UnitEntry"][];
            /** Villages */
            villages: components["schemas"]["AreaInTown"][];
        };
        /**
         * UnknownName
         * @description 热线写了、这里不认识的分类：近 90 天多少件，最近一件何时。
         */
        UnknownName: {
            /**
             * Last At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            last_at: string;
            /** Name */
            name: string;
            /** Tickets */
            tickets: number;
        };
        /**
         * UnlockForm
         * @description 解锁。
         */
        UnlockForm: {
            /** Password */
            password: string;
        };
        /**
         * UpwardGround
         * @description 一条公布的依据。
         */
        UpwardGround: {
            /** Added By */
            added_by: string | null;
            /** Code */
            code: string;
            /** Ended By */
            ended_by: string | null;
            /** Id */
            id: number;
            kind: components["schemas"]["RequestKind"];
            /** Name */
            name: string;
            /** Ordinal */
            ordinal: number;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
            /** Until */
            until: string | null;
        };
        /**
         * UpwardGrounds
         * @description 全部依据（在用的在前）、现行时限、改动记录。
         */
        UpwardGrounds: {
            /** Grounds */
            grounds: components["schemas"]["UpwardGround"][];
            /** History */
            history: components["schemas"]["UpwardLimitSet"][];
            /** Limits */
            limits: components["schemas"]["UpwardLimit"][];
        };
        /**
         * UpwardLimit
         * @description 热线答复一类申请的时限。
         */
        UpwardLimit: {
            /** Answer Minutes */
            answer_minutes: number;
            kind: components["schemas"]["RequestKind"];
        };
        /**
         * UpwardLimitSet
         * @description 一次改动。
         */
        UpwardLimitSet: {
            /** Answer Minutes */
            answer_minutes: number;
            kind: components["schemas"]["RequestKind"];
            /** Set By */
            set_by: string | null;
            /**
             * Since
             * Format: date-time
             * @description ISO 8601,UTC
             */
            since: string;
        };
        /**
         * UpwardRequest
         * @description 一份上行申请，以及走到哪一步。
         */
        UpwardRequest: {
            /** Answer */
            answer: string | null;
            /** Answer Due At */
            answer_due_at: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Applied */
            applied: boolean | null;
            /**
             * Drafted At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            drafted_at: string;
            /** Drafted By */
            drafted_by: string | null;
            /** Ground */
            ground: string;
            /** Ground Name */
            ground_name: string;
            /** Id */
            id: number;
            kind: components["schemas"]["RequestKind"];
            /** Other */
            other: string | null;
            /** Reason */
            reason: string;
            /** Sent At */
            sent_at: string | null;
            /** Signed At */
            signed_at: string | null;
            /** Signed By */
            signed_by: string | null;
            state: components["schemas"]["RequestState"];
            /** Ticket */
            ticket: number;
            /** Until */
            until: string | null;
            /** Withdrawn At */
            withdrawn_at: string | null;
            /** Withdrawn By */
            withdrawn_by: string | null;
            /** Withdrawn Why */
            withdrawn_why: string | null;
        };
        /**
         * Urgency
         * @description 一般，紧急，特急.
         * @enum {string}
         */
        Urgency: "normal" | "urgent" | "critical";
        /**
         * Version
         * @description 一个边界版本。
         */
        Version: {
            /** Based On */
            based_on: number | null;
            checked: components["schemas"]["Checked"] | null;
            counts: components["schemas"]["Counts"];
            /**
             * Created At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Held Back */
            held_back: string | null;
            /** Id */
            id: number;
            /** Illustrative */
            illustrative: boolean;
            /** Note */
            note: string;
            /** Publish At */
            publish_at: string | null;
            /** Published At */
            published_at: string | null;
            /** Published By */
            published_by: string | null;
            /** Retired At */
            retired_at: string | null;
            /** Revision */
            revision: number;
            rezoning: components["schemas"]["Rezoning"] | null;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "scheduled" | "published" | "retired";
        };
        /**
         * VersionList
         * @description 所有版本，以及现行的是哪个。
         */
        VersionList: {
            /** Published */
            published: number | null;
            /** Versions */
            versions: components["schemas"]["Version"][];
        };
        /**
         * Versions
         * @description 边界或地名换了版：开着的页面据此换图。
         */
        Versions: {
            /** Boundary Version */
            boundary_version: number;
            /** Gazetteer Version */
            gazetteer_version: number;
            /**
             * Type
             * @constant
             */
            type: "versions";
        };
        /**
         * Village
         * @description 村（社区）。
         */
        Village: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Town */
            town: string;
        };
        /**
         * WaitingForRuling
         * @description 一张等区中心研判或裁定的工单。
         */
        WaitingForRuling: {
            /** Address */
            address: string;
            /** Basis */
            basis: string | null;
            /** Cell */
            cell: string | null;
            /** Due At */
            due_at: string | null;
            /** Hops */
            hops: number;
            /** Id */
            id: number;
            /** Like */
            like: components["schemas"]["LikeCase"][];
            /** Number */
            number: string;
            /** Path */
            path: string | null;
            /** Place */
            place: string | null;
            point: components["schemas"]["ReturnPoint"] | null;
            /** Precedent Says */
            precedent_says: string | null;
            /** Precedents */
            precedents: components["schemas"]["PrecedentOffer"][];
            /** Proposed Name */
            proposed_name: string | null;
            /** Return Reason */
            return_reason: string | null;
            /** Returns */
            returns: number;
            state: components["schemas"]["State"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Title */
            title: string;
            type: components["schemas"]["Type"];
            /** Unit Name */
            unit_name: string | null;
            urgency: components["schemas"]["Urgency"];
        };
        /**
         * WaitingMessage
         * @description 一条还没有等到工单的热线消息。
         */
        WaitingMessage: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Order No */
            order_no: string;
            /** Reason */
            reason: string | null;
            /**
             * Received At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            received_at: string;
            /** Source */
            source: string;
            /** State */
            state: string;
            /**
             * Until
             * Format: date-time
             * @description ISO 8601,UTC
             */
            until: string;
        };
        /**
         * WallChange
         * @description 一块大屏改名、改放什么、改深浅色；没写的不变。
         */
        WallChange: {
            /**
             * Name
             * @description 屏幕挂在哪里
             */
            name?: string | null;
            /** Shows */
            shows?: ("now" | "heat" | "both") | null;
            /** Theme */
            theme?: ("dark" | "light") | null;
        };
        /**
         * WallDay
         * @description 今天每小时的来件，合计与办结。
         */
        WallDay: {
            /** Answered */
            answered: number;
            /** Hours */
            hours: number[];
            /** Received */
            received: number;
        };
        /**
         * WallForm
         * @description 配对一块大屏。
         */
        WallForm: {
            /**
             * Code
             * @description 大屏上显示的 8 位配对码
             */
            code: string;
            /**
             * Name
             * @description 屏幕挂在哪里
             */
            name: string;
            /**
             * Shows
             * @description 数字旁边放什么：now 在办件地图，heat 热力图，both 轮换
             * @default now
             * @enum {string}
             */
            shows: "now" | "heat" | "both";
            /**
             * Theme
             * @description dark 深色，light 浅色
             * @default dark
             * @enum {string}
             */
            theme: "dark" | "light";
            /**
             * Unit
             * @description 显示哪个中心的数据
             */
            unit: number;
        };
        /**
         * WallOverdue
         * @description 一件逾期件：只说分类、地方和从何时起逾期；保密件不说分类。
         */
        WallOverdue: {
            /** Category */
            category: string | null;
            /** Confidential */
            confidential: boolean;
            /** Place */
            place: string | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * WallPairing
         * @description 等待配对：把 code 告诉管理员。
         */
        WallPairing: {
            /** Code */
            code: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * WallPicture
         * @description 大屏上的全部数字；没有任何个人信息。cells：网格 → 在办、临期、逾期。
         */
        WallPicture: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Boundary Version */
            boundary_version: number;
            /** Cells */
            cells: {
                [key: string]: [
                    number,
                    number,
                    number
                ];
            };
            /** Overdue */
            overdue: components["schemas"]["WallOverdue"][];
            /** Places */
            places: components["schemas"]["WallPlace"][];
            rates: components["schemas"]["WallRates"];
            /**
             * Shows
             * @description 数字旁边放什么：now 在办件地图，heat 热力图，both 轮换
             * @enum {string}
             */
            shows: "now" | "heat" | "both";
            /**
             * Theme
             * @description dark 深色，light 浅色
             * @enum {string}
             */
            theme: "dark" | "light";
            today: components["schemas"]["WallDay"];
            /** Unit Name */
            unit_name: string;
        };
        /**
         * WallPlace
         * @description 一个镇街（镇街的大屏：一个村）的在办件。
         */
        WallPlace: {
            /** Name */
            name: string | null;
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Soon */
            soon: number;
        };
        /**
         * WallRate
         * @description 一项指标：分子、分母，和上期的值。
         */
        WallRate: {
            /** Before */
            before: string | null;
            /** Code */
            code: string;
            /** Denominator */
            denominator: number;
            /** Name */
            name: string;
            /** Numerator */
            numerator: number;
            /** Said */
            said: string | null;
        };
        /**
         * WallRates
         * @description 本期指标。
         */
        WallRates: {
            /** Listed */
            listed: components["schemas"]["WallRate"][];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * WallScreen
         * @description 一块大屏：挂在哪里，显示谁的数据。
         */
        WallScreen: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Ended At */
            ended_at: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Id */
            id: number;
            /** Last Seen At */
            last_seen_at: string | null;
            /** Name */
            name: string;
            /**
             * Shows
             * @description 数字旁边放什么：now 在办件地图，heat 热力图，both 轮换
             * @enum {string}
             */
            shows: "now" | "heat" | "both";
            /**
             * Theme
             * @description dark 深色，light 浅色
             * @enum {string}
             */
            theme: "dark" | "light";
            /** Unit */
            unit: number;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * WallScreens
         * @description 全部大屏，在用的在前；以及大屏可以给哪些中心用。
         */
        WallScreens: {
            /** Units */
            units: components["schemas"]["WallUnit"][];
            /** Walls */
            walls: components["schemas"]["WallScreen"][];
        };
        /**
         * WallUnit
         * @description 可以挂大屏的一个中心。
         */
        WallUnit: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * WebhookSecret
         * @description 一把有效的密钥：只显示指纹（密钥文字的 SHA-256 前八位）；last_used_at 到分钟。
         */
        WebhookSecret: {
            /** Added At */
            added_at: string | null;
            /** Added By */
            added_by: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Ends At */
            ends_at: string | null;
            /** Fingerprint */
            fingerprint: string;
            /** Last Used At */
            last_used_at: string | null;
        };
        /**
         * Welcome
         * @description 连接成功：可以听哪些流，现在几点，地图用哪一版边界和地名。
         */
        Welcome: {
            /** Beacon Seconds */
            beacon_seconds: number;
            /** Boundary Version */
            boundary_version: number | null;
            /** Gazetteer Version */
            gazetteer_version: number | null;
            /** Now */
            now: string;
            person: components["schemas"]["PresentPerson"];
            /** Rights */
            rights: string;
            /** Streams */
            streams: number[];
            /**
             * Type
             * @constant
             */
            type: "welcome";
        };
        /**
         * WhyForm
         * @description 只写原因。
         */
        WhyForm: {
            /**
             * Reason
             * @description 原因
             */
            reason: string;
        };
        /**
         * Work
         * @description 一件后台任务：进度与结果。
         */
        Work: {
            /** Done */
            done: number;
            /** Error */
            error: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Result */
            result: {
                [key: string]: unknown;
            } | null;
            /** Says */
            says: string;
            /**
             * Started At
             * Format: date-time
             * @description ISO 8601,UTC
             */
            started_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "done" | "failed";
            /** Total */
            total: number;
        };
        /**
         * WrittenReason
         * @description 为什么。
         */
        WrittenReason: {
            /** Reason */
            reason: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    alarm_api_alarm_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmState"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    page_api_audit_get: {
        parameters: {
            query?: {
                before?: number | null;
                /** @description 姓名或用户名 */
                person?: string;
                /** @description 工单号、热线工单号或编号 */
                ticket?: string;
                /** @description 事项，或一类事项的开头 */
                action?: string;
                /** @description 从，默认 30 天前 */
                since?: string | null;
                /** @description 到，默认现在 */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_api_audit_export__form__get: {
        parameters: {
            query?: {
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
                /** @description 姓名或用户名 */
                person?: string;
                /** @description 工单号、热线工单号或编号 */
                ticket?: string;
                /** @description 事项，或一类事项的开头 */
                action?: string;
                /** @description 从，默认 30 天前 */
                since?: string | null;
                /** @description 到，默认现在 */
                until?: string | null;
            };
            header?: never;
            path: {
                form: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_boundaries_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_api_boundaries_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspect_api_boundaries_inspect_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statistics_api_boundaries_statistics_get: {
        parameters: {
            query: {
                in: number;
                level?: "cell" | "village" | "town";
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counted"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    one_api_boundaries__version__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_api_boundaries__version__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rename_api_boundaries__version__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Renamed"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    areas_api_boundaries__version__areas_geojson_get: {
        parameters: {
            query: {
                level: "town" | "village" | "cell" | "police_grid";
            };
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_api_boundaries__version__cells__code__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditedCell"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_api_boundaries__version__check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_api_boundaries__version__crosswalk_get: {
        parameters: {
            query: {
                to: number;
                level?: "cell" | "village" | "town";
            };
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Crosswalk"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    faults_api_boundaries__version__faults_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Faults"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bring_in_api_boundaries__version__layers__level__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
                level: "town" | "village" | "cell" | "police_grid";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:layer、datum、mapping、mode(replace 或 merge) */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    left_api_boundaries__version__left_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Left"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_api_boundaries__version__preview_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    look_again_api_boundaries__version__preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_api_boundaries__version__publish_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Order"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repairs_api_boundaries__version__repairs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repairs"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repair_api_boundaries__version__repairs_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Chosen"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roll_back_api_boundaries__version__rollback_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unschedule_api_boundaries__version__unschedule_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 边界版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_api_call_list_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Call"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    called_api_call_list__message__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalledForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callbacks_api_callbacks_get: {
        parameters: {
            query?: {
                state?: "pending" | "sent" | "withdrawn" | "dead";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Callback"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_api_callbacks__callback__replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callback: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_api_calls_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallList"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_cards_get: {
        parameters: {
            query?: {
                before?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_api_cards_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_api_cards__card__answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                card: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardAnswerForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_api_cards__card__revoke_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                card: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_categories_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryRegister"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_categories_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategoryForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryMade"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_api_categories_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:{"dry_run": true} 为试导入，什么也不写；{"whole": true} 为文件是全部分类，没写到的今天停用 */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryListTaken"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sheet_api_categories_list_xlsx_get: {
        parameters: {
            query?: {
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_categories__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 分类编码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    call_api_categories__code__aliases_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 分类编码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AliasForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_categories__code__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 分类编码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCategoryForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stay_api_categories__code__stay_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 分类编码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uses_api_categories__code__uses_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 分类编码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryUses"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_cell_people_get: {
        parameters: {
            query?: {
                town?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellPeopleAnswer"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_api_cell_people_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CellPersonForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_cell_people_end_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CellPersonEnd"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_api_cell_people_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:{"dry_run": true} 为试导入，什么也不写 */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellListTaken"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sheet_api_cell_people_list_xlsx_get: {
        parameters: {
            query?: {
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evidence_api_closing_evidence_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceRuleForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Numbered"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replies_api_closing_replies_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplySettingForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Numbered"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_closing_rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingRules"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signoff_api_closing_signoff_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignoffRuleForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Numbered"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    text_api_closing_texts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandardTextForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Numbered"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    word_api_closing_words_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SensitiveWordForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Numbered"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    words_api_closing_words_list_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SensitiveWordList"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SensitiveWordsTaken"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_closing__kind___number__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "evidence" | "signoff" | "texts" | "words";
                /** @description 编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    co_handled_api_co_handled_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Listed"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwedPart"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commands_api_commands_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allowed"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exported_api_day_report__form__get: {
        parameters: {
            query?: {
                /** @description 哪一天的窗口；不写是最近结束的一天 */
                on?: string | null;
                /** @description 哪个中心；不写是本中心 */
                unit?: number | null;
            };
            header?: never;
            path: {
                form: "docx" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setting_api_desk_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSetting"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_desk_settings_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskSettingForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSetting"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trial_api_desk_settings_trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DangerTrialForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DangerTrial"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    directory_api_directory_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desks_api_duty_desks_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CenterDesk"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    items_api_duty_handover_get: {
        parameters: {
            query: {
                unit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverItems"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handovers_api_duty_handovers_get: {
        parameters: {
            query: {
                unit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hand_over_api_duty_handovers_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_over_api_duty_handovers__handover__confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handover: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOverForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    of_handover_api_duty_handovers__handover__paper_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 交接班记录的编号 */
                handover: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperSheet"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    now_api_duty_now_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnDuty"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shifts_api_duty_shifts_get: {
        parameters: {
            query: {
                unit: number;
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyWeek"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lay_api_duty_shifts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatternForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftsMade"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    load_api_duty_shifts_table_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftTableForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftsLoaded"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_api_duty_shifts__shift__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stand_ins_api_duty_stand_ins_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandIn"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stand_in_api_duty_stand_ins_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandInForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInMade"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_duty_stand_ins__stand_in__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stand_in: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    look_api_gazetteer_get: {
        parameters: {
            query?: {
                /** @description 名称、别名、拼音或首字母；可先写镇街 */
                q?: string;
                kind?: ("town" | "village" | "group" | "estate" | "building" | "poi" | "road" | "intersection" | "house") | null;
                town?: string | null;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Places"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_gazetteer_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlace"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceWithHistory"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_name_api_gazetteer_aliases__name__retire_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameRetiring"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceWithHistory"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_api_gazetteer_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:source、datum、mapping、encoding、kind、mode、dry_run、name */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    look_api_gazetteer_inspect_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListInspection"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposals_api_gazetteer_proposals_get: {
        parameters: {
            query?: {
                state?: "proposed" | "approved" | "refused" | "retired";
                after?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposals"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_api_gazetteer_proposals__proposal__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceWithHistory"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    state_api_gazetteer_state_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexState"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    one_api_gazetteer__place__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceWithHistory"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_api_gazetteer__place__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedPlace"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceWithHistory"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_api_gazetteer__place__aliases_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewName"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceWithHistory"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_api_gazetteer__place__retire_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retiring"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retired"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    say_api_grievances_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrievanceForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answered_api_grievances_answered_get: {
        parameters: {
            query?: {
                /** @description 在这之前答复的 */
                before?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grievance"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    own_api_grievances_own_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grievance"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiting_api_grievances_waiting_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grievance"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_api_grievances__grievance__answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grievance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrievanceAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    picture_api_heat_get: {
        parameters: {
            query?: {
                /** @description day:24 小时；week:7 天；month:30 天；clock:30 天按钟点 */
                span?: components["schemas"]["Span"];
                /** @description 六边形的宽（米） */
                width?: 250 | 500 | 1000 | 2000 | 4000;
                /** @description 分类的第一级 */
                branch?: string | null;
                urgency?: components["schemas"]["Urgency"] | null;
                /** @description 只看在办的 */
                only_open?: boolean;
            };
            header?: {
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatPicture"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    behind_api_heat_tickets_get: {
        parameters: {
            query?: {
                /** @description day:24 小时；week:7 天；month:30 天；clock:30 天按钟点 */
                span?: components["schemas"]["Span"];
                /** @description 六边形的宽（米） */
                width?: 250 | 500 | 1000 | 2000 | 4000;
                /** @description 分类的第一级 */
                branch?: string | null;
                urgency?: components["schemas"]["Urgency"] | null;
                /** @description 只看在办的 */
                only_open?: boolean;
                /** @description 与 north 一起：哪个六边形 */
                east?: number | null;
                north?: number | null;
                /** @description 镇街或村的代码；none：没有定到的 */
                place?: string | null;
                /** @description 哪个时段；不给是整段 */
                step?: number | null;
                before?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatTickets"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_api_intake_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeOverview"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    profile_api_intake_profiles__profile__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 接入配置的名称 */
                profile: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeProfile"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_api_intake_profiles__profile__drafts_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 接入配置的名称 */
                profile: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProfileDraftForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewProfileVersion"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_api_intake_profiles__profile__drafts__version__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 接入配置的名称 */
                profile: string;
                /** @description 接入配置的版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileDraftForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedProfileDraft"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activate_api_intake_profiles__profile__drafts__version__activate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 接入配置的名称 */
                profile: string;
                /** @description 接入配置的版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileRevisionForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_api_intake_profiles__profile__drafts__version__discard_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 接入配置的名称 */
                profile: string;
                /** @description 接入配置的版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileRevisionForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_out_api_intake_profiles__profile__drafts__version__try_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 接入配置的名称 */
                profile: string;
                /** @description 接入配置的版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileTrialForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bring_back_api_intake_profiles__profile__versions__version__bring_back_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 接入配置的名称 */
                profile: string;
                /** @description 接入配置的版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceNoteForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewProfileVersion"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_intake_sources_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSourceForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSource"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_intake_sources__source__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 来源的编号 */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedSource"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliveries_api_intake_sources__source__deliveries_get: {
        parameters: {
            query?: {
                /** @description 只看有拒收的 */
                refused?: boolean;
            };
            header?: never;
            path: {
                /** @description 来源的编号 */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeDelivery"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_api_intake_sources__source__resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 来源的编号 */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceNoteForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_api_intake_sources__source__retire_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 来源的编号 */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceNoteForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settings_api_joint_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointSettings"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_setting_api_joint_settings_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JointSettingForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointSettings"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiting_api_joint_waiting_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointWaiting"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changed_api_kept_changes_get: {
        parameters: {
            query: {
                about: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptChange"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeys"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_api_keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_api_keys__key__revoke_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 密钥的编号 */
                key: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    standing_api_link_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkStanding"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_api_link_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOpened"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    locate_api_locate_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocateForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Match"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    point_api_locate_point_get: {
        parameters: {
            query: {
                /** @description 经度、纬度；投影坐标系时为东、北（米） */
                lon: number;
                /** @description 经度、纬度；投影坐标系时为东、北（米） */
                lat: number;
                datum?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointOwner"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    channels_api_locating_channels_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledge_api_locating_channels__source__acknowledge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 推送渠道 */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_api_locating_channels__source__declare_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 推送渠道 */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredDatum"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refit_api_locating_refit_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_api_locating_report_get: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
                town?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settings_api_locating_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocatingSettings"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_api_locating_settings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSetting"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    periods_api_look_back_periods_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookBackPeriod"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plan_api_look_back_periods_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookBackPeriodForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookBackPeriodNumber"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draw_api_look_back_periods__number__draw_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookBackCounts"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_api_look_back_periods__number__proof_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookBackProof"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tasks_api_look_back_tasks_get: {
        parameters: {
            query?: {
                /** @description 已办的 */
                done?: boolean;
                period?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookBackTask"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judge_api_look_back_tasks__number__verdict_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookBackVerdict"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_api_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rule_api_objections__objection__ruling_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                objection: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulingForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_api_orders_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:source、mapping、encoding、dry_run、name */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    look_api_orders_inspect_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:source、mapping、encoding、dry_run、name */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderInspection"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_orders_sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderSource"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    outbox_api_outbox_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_body_api_outside_bodies_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutsideBodyForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointSettings"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_body_api_outside_bodies__body__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 外单位的编号 */
                body: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutsideBodyChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointSettings"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alarms_api_owning_alarms_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingPong"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle_api_owning_alarms__ticket__settle_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WrittenReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queue_api_owning_queue_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingForRuling"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settings_api_owning_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwningSetting"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_api_owning_settings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwningSettingForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftedVersion"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pasted_api_pasted_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pasted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastedDraft"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_people_get: {
        parameters: {
            query?: {
                q?: string;
                unit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEntry"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_people_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonMade"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changes_api_people_changes_get: {
        parameters: {
            query?: {
                person?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptChange"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_api_people_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:{"dry_run": true} 为试导入，不写入；{"accounts": true} 给没有账号的人开账号，用户名为手机号 */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleTaken"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sheet_api_people_list_xlsx_get: {
        parameters: {
            query?: {
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    posts_api_people_posts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posts"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiting_api_people_slips_get: {
        parameters: {
            query?: {
                unit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipPerson"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    slips_api_people_slips_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlipsForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slip"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_people__number__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 人员编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEntry"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disable_api_people__number__disabled_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 人员编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_people__number__leave_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 人员编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEntry"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaving_api_people__number__leaving_get: {
        parameters: {
            query: {
                unit: number;
            };
            header?: never;
            path: {
                /** @description 人员编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leaves"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    new_password_api_people__number__password_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 人员编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_api_people__number__posts_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 人员编号 */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEntry"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handovers_api_police_handovers_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoliceHandover"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_danger_api_police_handovers_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DangerForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedDanger"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    precedents_api_precedents_get: {
        parameters: {
            query?: {
                /** @description 含已失效的 */
                ended?: boolean;
                /** @description 地点、事项、单位、依据中的文字 */
                words?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Precedent"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_precedents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrecedentInput"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPrecedent"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawn_api_precedents_map_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Features"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposals_api_precedents_proposals_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleProposal"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adopt_api_precedents_proposals_adopt_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleProposalForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftedVersion"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_precedents__precedent__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                precedent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrecedentChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPrecedent"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_precedents__precedent__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                precedent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WrittenReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rates_api_rates_get: {
        parameters: {
            query?: {
                /** @description 某日窗口 */
                on?: string | null;
                /** @description 某月窗口，如 2026-11;now 是现在这个月 */
                month?: string | null;
                since?: string | null;
                until?: string | null;
                by?: "center" | "unit";
                kind?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rates"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_api_rates_export__form__get: {
        parameters: {
            query?: {
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
                /** @description 某日窗口 */
                on?: string | null;
                /** @description 某月窗口，如 2026-11;now 是现在这个月 */
                month?: string | null;
                since?: string | null;
                until?: string | null;
                by?: "center" | "unit";
                kind?: string[] | null;
            };
            header?: never;
            path: {
                form: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settings_api_rates_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateSetting"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_api_rates_settings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateSettingForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateSetting"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickets_api_rates_tickets_get: {
        parameters: {
            query: {
                /** @description 某日窗口 */
                on?: string | null;
                /** @description 某月窗口，如 2026-11;now 是现在这个月 */
                month?: string | null;
                since?: string | null;
                until?: string | null;
                by?: "center" | "unit";
                kind?: string[] | null;
                rate: string;
                unit?: number | null;
                part?: "numerator" | "rest" | "all";
                before?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedTickets"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runs_api_reconciliations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationRun"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_api_reconciliations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:source、since、until、name */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationMade"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sources_api_reconciliations_sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationSource"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    one_api_reconciliations__run__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 对账的编号 */
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exported_api_reconciliations__run__file__kind__get: {
        parameters: {
            query?: {
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
            };
            header?: never;
            path: {
                /** @description 对账的编号 */
                run: number;
                kind: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reported_api_reports_get: {
        parameters: {
            query?: {
                before?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reported"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_api_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatrolReport"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolAnswer"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cells_api_reports_cells_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolCell"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_api_rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOverview"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changes_api_rules_changes__subjects__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subjects: "rule_set" | "power" | "police_list" | "owning_setting" | "precedent";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwningChange"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_api_rules_drafts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraftForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewRuleVersion"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_api_rules_drafts__version__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 规则版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutingDraftForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDraft"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activate_api_rules_drafts__version__activate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 规则版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivationForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activated"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_api_rules_drafts__version__discard_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 规则版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisionForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_out_api_rules_drafts__version__try_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 规则版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unschedule_api_rules_drafts__version__unschedule_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 规则版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisionForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    matters_api_rules_police_lists_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterShape"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_matter_api_rules_police_lists_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatterInput"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwningEntry"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_matter_api_rules_police_lists__matter__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matter: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatterInput"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwningEntry"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    powers_api_rules_powers_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PowerShape"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_power_api_rules_powers_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PowerInput"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwningEntry"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_power_api_rules_powers__power__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                power: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PowerInput"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwningEntry"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    version_api_rules_versions__version__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 规则版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleVersionDetail"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bring_back_api_rules_versions__version__bring_back_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 规则版本号 */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BringBackForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewRuleVersion"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    periods_api_score_periods_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_period_api_score_periods_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeriodForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    period_api_score_periods__period__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 考核周期的编号 */
                period: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodDetail"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_api_score_periods__period__export__form__get: {
        parameters: {
            query?: {
                by?: "center" | "unit";
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
            };
            header?: never;
            path: {
                /** @description 考核周期的编号 */
                period: number;
                form: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    object__api_score_periods__period__objections_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 考核周期的编号 */
                period: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    go_on_api_score_periods__period__state_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 考核周期的编号 */
                period: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoOnForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodDetail"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickets_api_score_periods__period__tickets_get: {
        parameters: {
            query: {
                by?: "center" | "unit";
                rate: string;
                unit?: number | null;
                part?: "numerator" | "rest" | "all";
                before?: number | null;
            };
            header?: never;
            path: {
                /** @description 考核周期的编号 */
                period: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedTickets"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_api_search_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in_api_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out_api_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lock_api_session_lock_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password_api_session_password_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlock_api_session_unlock_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    socket_ticket_api_socket_ticket_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocketTicket"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretSource"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changed_api_sources_changes_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptChange"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_sources__source__report_secrets_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 热线来源 */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_sources__source__report_secrets__fingerprint__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 热线来源 */
                source: string;
                /** @description 密钥的指纹 */
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSecretForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretSource"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_sources__source__secrets_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 热线来源 */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_sources__source__secrets__fingerprint__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 热线来源 */
                source: string;
                /** @description 密钥的指纹 */
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSecretForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretSource"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snapshot_api_streams__stream__snapshot_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stream: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_supervisions_get: {
        parameters: {
            query?: {
                ended?: boolean;
                before?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisedTicket"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setting_api_telling_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Telling"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_limits_api_telling_limits_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TellingLimitsForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Telling"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_template_api_telling_templates__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["schemas"]["Template"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageTemplateForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Telling"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_api_tickets_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTicket"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTicketAnswer"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    panel_api_tickets__ticket__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alike_api_tickets__ticket__alike_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alike"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reveal_api_tickets__ticket__caller_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Caller"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clocks_api_tickets__ticket__clocks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedClock"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_api_tickets__ticket__closing_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketClosing"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    perform_api_tickets__ticket__commands__command__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
                command: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draft_api_tickets__ticket__draft_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyDraft"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_tickets__ticket__evidence_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * By
                     * @description 拍摄人：离线存下的照片只能由本人登录后发送
                     */
                    by?: number | null;
                    /**
                     * Format: binary
                     * @description JPEG、PNG 或 WebP，不超过 12 MB；语音为 WebM（Opus）或 MP4（AAC），不超过 2 MB、60 秒
                     */
                    file: string;
                    /**
                     * From Gallery
                     * @default false
                     */
                    from_gallery?: boolean;
                    /**
                     * Kind
                     * @description 处置前、处置后、文书，或语音
                     */
                    kind?: ("before" | "after" | "document" | "voice") | null;
                    /** Lat */
                    lat?: number | null;
                    /** Lon */
                    lon?: number | null;
                    /**
                     * Operation
                     * Format: uuid
                     */
                    operation: string;
                    /**
                     * Seconds
                     * @description 语音有几秒
                     */
                    seconds?: number | null;
                    /** Taken At */
                    taken_at?: string | null;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joint_api_tickets__ticket__joint_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketJoint"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kept_api_tickets__ticket__kept_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyStep"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_api_tickets__ticket__link_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 热线推来的工单 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderLinkForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolAnswer"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notices_api_tickets__ticket__notices_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printable_api_tickets__ticket__papers_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintablePaper"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    of_ticket_api_tickets__ticket__papers__paper__get: {
        parameters: {
            query?: {
                /** @description 哪一份；不写是最近的一份 */
                record?: number | null;
            };
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
                paper: "assignment" | "supervision" | "chase" | "return" | "extension" | "transfer";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperSheet"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offers_api_tickets__ticket__precedents_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwningOffers"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_api_tickets__ticket__reply_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyCheck"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    similar_api_tickets__ticket__similar_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Similar"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    of_ticket_api_tickets__ticket__supervisions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supervision"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    of_ticket_api_tickets__ticket__upward_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 工单的内部编号 */
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpwardRequest"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timetable_api_timetable_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimetableShape"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    day_api_timetable_days__day__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedTimetable"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_hours_api_timetable_hours_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedTimetable"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_api_timetable_notice_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadNotice"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_rules_api_timetable_rules_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockRulesForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedTimetable"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attempt_api_timetable_try_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryClockForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedClocks"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    year_api_timetable_years__year__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 年份 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    announce_api_timetable_years__year__notice_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 年份 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveNotice"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedTimetable"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_units_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitRegister"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_units_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitMade"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_api_units_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description JSON:{"dry_run": true} 为试导入，什么也不写 */
                    options?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTaken"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sheet_api_units_list_xlsx_get: {
        parameters: {
            query?: {
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_units__unit__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 单位编号 */
                unit: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_units__unit__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 单位编号 */
                unit: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndUnitForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holds_api_units__unit__holds_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 单位编号 */
                unit: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitHolds"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stay_api_units__unit__stay_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 单位编号 */
                unit: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_upward_get: {
        parameters: {
            query?: {
                state?: "open" | "answered" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedRequest"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grounds_api_upward_grounds_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpwardGrounds"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_upward_grounds_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroundForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_upward_grounds__ground__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 依据的编号 */
                ground: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    limit_api_upward_limits__kind__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["RequestKind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiting_api_waiting_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingMessage"][];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    picture_api_wall_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallPicture"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ground_api_wall_ground_get: {
        parameters: {
            query: {
                /** @description 网格边界版本 */
                boundary_version: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    of_wall_api_wall_heat_get: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatPicture"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_api_wall_pairing_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallPairing"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_walls_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallScreens"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pair_api_walls_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WallForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallScreen"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_walls__wall__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 大屏的编号 */
                wall: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallScreen"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_walls__wall__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 大屏的编号 */
                wall: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WallChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallScreen"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    one_api_work__work__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 后台任务的编号 */
                work: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rows_api_work__work__rows_csv_get: {
        parameters: {
            query?: {
                /** @description 文件用什么语言；不写时按 Accept-Language */
                language?: ("zh" | "en") | null;
            };
            header?: never;
            path: {
                /** @description 后台任务的编号 */
                work: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_evidence__identity__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identity: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receipts_gateway__name__receipts_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptsAnswer"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live_health_live_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    is_ready_health_ready_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    push_hotline_v1__source__messages_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconcile_hotline_v1__source__reconciliation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tell_metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    landing_ogc_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    api_ogc_api_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.oai.openapi+json;version=3.0": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    collections_ogc_collections_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    collection_ogc_collections__collection__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    items_ogc_collections__collection__items_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    item_ogc_collections__collection__items__item__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queryables_ogc_collections__collection__queryables_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schema_ogc_collections__collection__schema_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conformance_ogc_conformance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tile_tiles__boundary_version___z___x___y__mvt_get: {
        parameters: {
            query?: {
                /** @description 所知的地名库版本 */
                gazetteer?: number;
            };
            header?: {
                "if-none-match"?: string;
                "accept-encoding"?: string;
            };
            path: {
                boundary_version: number;
                z: number;
                x: number;
                y: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 数据库暂时连不上，已收下的内容没有丢失，请几秒后重试。 */
            503: {
                headers: {
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 拒绝：原因与下一步怎么做 */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
