using System.Text;
using Samstyre.App.Web;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")]
    [InlineData("a \"b\" & c", "a &quot;b&quot; &amp; c")]
    [InlineData("Blåbær – ½", "Blåbær – ½")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Write_Value_IsEncoded(string? value, string expected) => Rendered(html => html.Write($"<b>{value}</b>")).ShouldBe($"<b>{expected}</b>");

    [Fact]
    public void Write_MarkupAndNumbers_AreAsTheyAre() => Rendered(html => html.Write($"{Markup.Of(inner => inner.Write($"<i>{-7}</i>"))}{12}")).ShouldBe("<i>-7</i>12");

    [Fact]
    public void Write_MoreThanTheBuffer_Grows()
    {
        var words = new string('å', 200_000);
        Rendered(html => html.Write($"{words}{words}")).ShouldBe(words + words);
    }

    [Fact]
    public void Write_ToAStream_IsTheSameInItsOrder()
    {
        var words = new string('å', 50_000);
        using var output = new MemoryStream();
        using var html = new HtmlWriter(output);
        for (var number = 0; number < 5; number++) html.Write($"<p>{number}{words}</p>");
        output.Length.ShouldBeGreaterThan(0);
        html.Flush();

        Encoding.UTF8.GetString(output.ToArray()).ShouldBe(string.Concat(Enumerable.Range(0, 5).Select(number => $"<p>{number}{words}</p>")));
        html.Written.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("", "nb")]
    [InlineData("no", "nb")]
    [InlineData("nn-NO,nb;q=0.8", "nn")]
    [InlineData("sv, en;q=0.5, nn;q=0.4", "en")]
    [InlineData("fr;q=x, de", "nb")]
    public void Preferred_AcceptLanguage_IsTheHeaviestOfOurs(string header, string expected) => Reader.Preferred(header).Code.ShouldBe(expected);

    private static string Rendered(Action<HtmlWriter> render) => Encoding.UTF8.GetString(Markup.Of(render).Utf8.Span);
}
