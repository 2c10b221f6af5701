using System.Runtime.CompilerServices;
using Samstyre.Analysis;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>The figures of a report are kept in memory for its readers, and make the rows of their lists when somebody asks; what they were computed from is not kept with them.</summary>
public sealed class KeptFiguresTests
{
    [Fact]
    public void Of_Kept_DoesNotKeepTheWholeReports()
    {
        var (figures, computedFrom) = Computed();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        computedFrom.Count(one => one.IsAlive).ShouldBe(0);
        figures.Listings.Sum(listing => listing.Rows.Count(row => row.Standing is not null)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Rows_AskedForTwice_AreTheSame()
    {
        foreach (var listing in ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10")).Listings)
        {
            for (var place = 0; place < listing.Rows.Length; place++) listing.Rows[place].Cells.ShouldBe(listing.Rows[place].Cells);
        }
    }

    // A method of its own, so that nothing of it is left on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (ReportFigures Figures, List<WeakReference> From) Computed()
    {
        var content = MemoryPortfolio.Example.Content("2020-10");
        return (ReportFigures.Of(content), [new(content), .. content.Reports.Select(report => new WeakReference(report))]);
    }
}
