using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Tests.Rendering;

/// <summary>Comparisons that show every kind of change. The drafts are made up.</summary>
internal static class Samples
{
    public static DraftComparison English()
    {
        var old = new DraftSketch("water.txt") { Masthead = new Masthead { Symbol = DocumentSymbol.Parse("A/C.2/72/L.39") } }
            .Field("symbol", "A/C.2/72/L.39")
            .Field("date", "6 November 2017")
            .Field("sponsors", "Ecuador")
            .Title("Rivers and lakes for sustainable development")
            .Opening("The General Assembly,")
            .Preambular(1, "Recalling its resolutions on rivers and lakes,")
            .Preambular(2, "Reaffirming the principles of good neighbourliness among States that share a river,")
            .Preambular(3, "Noting the reports of the river commissions,")
            .Preambular(4, "Noting also the work of the lake commissions,")
            .Operative(1, "Stresses the importance of clean water;")
            .Operative(2, "Encourages Member States to exchange data on the level of rivers and to warn their neighbours of floods in good time;")
            .Operative(3, "Calls upon Member States to continue to protect lakes, taking into account their different national circumstances, and requests the river commissions to assist them;")
            .Operative(4, "Invites donors to contribute;")
            .Operative(5, "Invites lenders to do the same;")
            .Operative(6, "Recognizes the role of municipalities, civil society and the private sector in keeping rivers clean;")
            .Operative(7, "Takes note of the report of the Secretary-General;[^1]")
            .Operative(8, "Recalls paragraph 7 above;")
            .Operative(9, "Decides to remain seized of the matter;")
            .Operative(10, "Requests the Secretary-General to report at its seventy-third session:")
            .Subparagraph(10, 'a', "On rivers;")
            .Subparagraph(10, 'b', "On lakes.")
            .Footnote(1, "A/72/64.");
        var @new = new DraftSketch("water-rev1.txt") { Masthead = new Masthead { Symbol = DocumentSymbol.Parse("A/C.2/72/L.39/Rev.1") } }
            .Field("symbol", "A/C.2/72/L.39/Rev.1")
            .Field("date", "21 November 2017")
            .Title("Rivers and lakes for sustainable development")
            .Opening("The General Assembly,")
            .Preambular(1, "Recalling its resolutions on rivers and lakes,")
            .Preambular(2, "Reaffirming the principles of good neighbourliness among States that share a river,")
            .Preambular(3, "Noting also the work of the lake commissions,")
            .Operative(1, "Recognizes the role of municipalities, civil society and the private sector in keeping rivers and lakes clean;")
            .Operative(2, "Stresses the importance of clean water;")
            .Operative(3, "Strongly encourages Member States to exchange data on the level of rivers and to warn their neighbours of floods and of pollution in good time;")
            .Operative(4, "Calls upon Member States to continue to protect lakes, taking into account their different national circumstances;")
            .Operative(5, "Requests the river commissions and the lake commissions to assist them;")
            .Operative(6, "Invites donors to contribute and lenders to do the same;")
            .Operative(7, "Welcomes the opening of the training centre;")
            .Operative(8, "Takes note of the report of the Secretary-General[^1] and of the views of Member States;[^2]")
            .Operative(9, "Recalls paragraph 8 above;")
            .Operative(10, "Decides to remain seized of the matter;")
            .Operative(11, "Requests the Secretary-General to report at its seventy-third session:")
            .Subparagraph(11, 'a', "On rivers;")
            .Subparagraph(11, 'b', "On lakes.")
            .Footnote(1, "A/72/64.")
            .Footnote(2, "A/72/65.");
        return new ComparisonSketch(old, @new)
            .Reworded("symbol", "symbol", "A/C.2/72/L.39{+/Rev.1+}")
            .Reworded("date", "date", "[-6-]{+21+} November 2017")
            .OnlyOld("sponsors")
            .Same("title")
            .Same("opening")
            .Same("PP1")
            .Same("PP2")
            .Deleted("PP3")
            .Same("PP4", "PP3")
            .Reworded("OP6", "OP1", "Recognizes the role of municipalities, civil society and the private sector in keeping rivers {+and lakes +}clean;", moved: true)
            .Same("OP1", "OP2")
            .Reworded("OP2", "OP3", "[-Encourages-]{+Strongly encourages+} Member States to exchange data on the level of rivers and to warn their neighbours of floods {+and of pollution +}in good time;")
            .Split("OP3", ["OP4", "OP5"], "Calls upon Member States to continue to protect lakes, taking into account their different national circumstances[-, and requests-]{+; Requests+} the river commissions{+ and the lake commissions+} to assist them;")
            .Merged(["OP4", "OP5"], "OP6", "Invites donors to contribute[-; Invites-]{+ and+} lenders to do the same;")
            .Inserted("OP7")
            .Reworded("OP7", "OP8", "Takes note of the report of the Secretary-General{+ and of the views of Member States+};", marks: [
                new MarkEdit(EditOperation.Insert, @new["OP8"].Marks[1]),
            ])
            .Reworded("OP8", "OP9", "Recalls paragraph [~7~]{~8~} above;", follows: Consequence.CrossReference)
            .Same("OP9", "OP10")
            .Same("OP10", "OP11")
            .Same("OP10(a)", "OP11(a)")
            .Same("OP10(b)", "OP11(b)")
            .Same("FN1")
            .Inserted("FN2")
            .ToComparison();
    }

    public static DraftComparison Chinese()
    {
        var old = new DraftSketch("河流.txt", "zh")
            .Title("河流和湖泊促进可持续发展")
            .Opening("大会，")
            .Preambular(1, "回顾其关于河流和湖泊的第 70/184 号和第 71/212 号决议，")
            .Operative(1, "强调清洁用水的重要性；")
            .Operative(2, "鼓励会员国交流关于河流水位的数据，“及时”向邻国发出洪水警报（包括夜间警报），并在各级加强合作，以便共同保护人民的生命和财产；")
            .Operative(3, "请秘书长向大会第七十三届会议提出报告。");
        var @new = new DraftSketch("河流-修订1.txt", "zh")
            .Title("河流和湖泊促进可持续发展")
            .Opening("大会，")
            .Preambular(1, "回顾其关于河流和湖泊的第 70/184 号和第 71/212 号决议，")
            .Operative(1, "强调清洁用水的重要性；")
            .Operative(2, "欢迎设在日内瓦的河流培训中心投入使用，并感谢东道国提供的慷慨支持；")
            .Operative(3, "大力鼓励会员国交流关于河流和湖泊水位的数据，“及时”向邻国发出洪水警报（包括夜间警报），并在各级加强合作，以便共同保护人民的生命和财产安全；")
            .Operative(4, "请秘书长向大会第七十三届会议提出报告。");
        return new ComparisonSketch(old, @new)
            .Same("title")
            .Same("opening")
            .Same("PP1")
            .Same("OP1")
            .Inserted("OP2")
            .Reworded("OP2", "OP3", "{+大力+}鼓励会员国交流关于河流{+和湖泊+}水位的数据，“及时”向邻国发出洪水警报（包括夜间警报），并在各级加强合作，以便共同保护人民的生命和财产{+安全+}；")
            .Same("OP3", "OP4")
            .ToComparison();
    }

    public static DraftComparison Arabic()
    {
        var old = new DraftSketch("أنهار.txt", "ar")
            .Title("الأنهار والبحيرات من أجل التنمية المستدامة")
            .Opening("إن الجمعية العامة،")
            .Operative(1, "تشجع الدول الأعضاء على تبادل البيانات بشأن منسوب الأنهار وعلى تحذير جيرانها من الفيضانات في الوقت المناسب؛")
            .Operative(2, "تطلب إلى الأمين العام أن يقدم تقريرا إليها.");
        var @new = new DraftSketch("أنهار-1.txt", "ar")
            .Title("الأنهار والبحيرات من أجل التنمية المستدامة")
            .Opening("إن الجمعية العامة،")
            .Operative(1, "تشجع بقوة الدول الأعضاء على تبادل البيانات بشأن منسوب المياه وعلى تحذير جيرانها من الفيضانات في الوقت المناسب؛")
            .Operative(2, "تطلب إلى الأمين العام أن يقدم تقريرا إليها.");
        return new ComparisonSketch(old, @new)
            .Same("title")
            .Same("opening")
            .Reworded("OP1", "OP1", "تشجع {+بقوة +}الدول الأعضاء على تبادل البيانات بشأن منسوب [-الأنهار-]{+المياه+} وعلى تحذير جيرانها من الفيضانات في الوقت المناسب؛")
            .Same("OP2")
            .ToComparison();
    }
}
