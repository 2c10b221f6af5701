using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

/// <summary>Names of files as people send them.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("notat.txt", "notat.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\a\\b.txt", "b.txt")]
    [InlineData("a/", "")]
    [InlineData("..", "")]
    [InlineData("  . a b .txt . ", "a b .txt")]
    [InlineData("a\r\nSet-Cookie: x\0.txt", "aSet-Cookie: x.txt")]
    [InlineData("a\u202e\u200b\u2028b.txt", "ab.txt")]
    [InlineData("نمی\u200cخواهم.txt", "نمی\u200cخواهم.txt")]
    [InlineData("文書 عربي 😀.pdf", "文書 عربي 😀.pdf")]
    [InlineData("a\ud800.txt", "a.txt")]
    [InlineData(null, "")]
    public void Of_WhatPeopleSend_IsAName(string? sent, string kept) => FileName.Of(sent).ShouldBe(kept);

    [Fact]
    public void Of_LongName_KeepsItsEnding()
    {
        var name = FileName.Of(new string('a', 300) + ".pdf");
        name.Length.ShouldBe(FileName.Longest);
        name.ShouldEndWith("a.pdf");
        FileName.Of(string.Concat(Enumerable.Repeat("😀", 200))).EnumerateRunes().Count().ShouldBe(100);
    }

    [Theory]
    [InlineData("a.PDF", ".pdf")]
    [InlineData("a.tar.gz", ".gz")]
    [InlineData("a", "")]
    [InlineData(".txt", "")]
    public void EndingOf_Name_IsItsLast(string name, string ending) => FileName.EndingOf(name).ShouldBe(ending);
}
