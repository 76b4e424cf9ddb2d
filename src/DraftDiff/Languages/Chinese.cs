namespace DraftDiff.Languages;

/// <summary>Chinese.</summary>
internal static class Chinese
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "zh",
        Openings = ["大会", "安全理事会", "经济及社会理事会", "人权理事会"],
        PreambularOpenings = [
            "回顾", "重申", "又", "还", "再次", "再度", "进一步", "注意到", "表示", "欢迎", "认识到", "确认", "意识到", "强调", "不过", "非常",
            "深为", "深切", "深信", "铭记", "考虑到", "关切", "严重", "震惊", "赞扬", "赞赏", "感谢", "遵循", "审议", "决心", "相信", "坚信",
            "鉴于", "念及", "希望", "期待", "谴责", "遗憾", "承认", "肯定", "指出", "忆及", "申明", "着重", "痛惜", "满意", "高兴", "十分", "极为",
            "极其", "牢记", "本着", "认为", "支持", "珍视", "尊重", "提请", "突出", "采取", "感到", "敬悉", "获悉", "悉", "谨记", "顾及", "力求",
            "致力", "欣见", "欣悉", "惊悉", "听取", "收到",
        ],
        SessionWords = ["届会议", "届会", "年会议"],
        NumberWords = [],
        CommitteeWords = ["委员会"],
        AgendaItemWords = ["议程项目", "临时议程项目"],
        OriginalWords = ["Original:", "原文：", "原件："],
        MonthWords = [
            "月", "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["订正决议草案"],
            DraftResolution = ["决议草案"],
            DraftDecision = ["决定草案"],
            Amendment = ["修正案"],
            AdoptedResolution = ["日大会决议", "大会决议", "大会通过的决议"],
            Corrigendum = ["更正"],
            Addendum = ["增编"],
            Note = ["说明"],
        },
        MastheadFurniture = [
            "联合国", "大会", "安全理事会", "经济及社会理事会", "人权理事会", "Distr.", "Chinese", "Limited", "General", "中文",
        ],
        ClosingWords = ["全体会议", "次会议", "通过"],
        AnnexWords = ["附件", "附录"],
        MeasureWords = "年月日号届条款次个国人项段名岁亿万千百时分秒周天章节页卷期级倍种类家％%余位份座艘架吨",
        NumberedWords = [
            "第", "目标", "项目", "附件", "附录", "附表", "表", "图", "注", "方案", "支柱", "优先", "约", "近", "达", "共", "至少", "至多",
            "超过", "不到", "多于", "少于", "仅", "每", "占", "为", "到", "至", "和", "及", "与", "或", "、",
        ],
        Conjunctions = [],

        ChainWords = ["又", "还"],
        ParagraphReferences = [("第", "段")],
    };
}
