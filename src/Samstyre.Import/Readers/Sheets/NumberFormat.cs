using System.Globalization;

namespace Samstyre.Import;

/// <summary>How a cell shows its number, as far as it changes what a reader takes it for: a date, a share, a scale, words beside it. Not how many decimals: what was typed counts.</summary>
internal sealed class NumberFormat
{
    // The last day that Excel knows, 31 December 9999.
    private const double LastDay = 2_958_466;
    private const int DaysFrom1900To1904 = 1462;
    private const double MissingLeapDay = 60;

    private readonly string? date;
    private readonly FormatSection[] sections;

    private NumberFormat(FormatSection[] sections) => (this.sections, date) = (sections, sections[0].DateFormat);

    public static NumberFormat General { get; } = Of("General");

    public static NumberFormat Percentage { get; } = Of("0%");

    /// <param name="code">The format as it stands in the file: up to three sections for positive numbers, negative ones and zero.</param>
    public static NumberFormat Of(string code) => new(FormatSection.AllOf(code));

    /// <summary>A number as the cell shows it.</summary>
    /// <param name="written">The number as it stands in the file.</param>
    /// <param name="since1904">Whether days are counted from 1904.</param>
    public string Show(string written, bool since1904)
    {
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return written;
        if (date is not null && DateOf(number, since1904) is { } day) return Date(day);
        if (date is not null) return Plain(number);
        var section = sections.Length > 1 && number < 0 ? sections[1] : sections.Length > 2 && number == 0 ? sections[2] : sections[0];
        // A section without anything in it is how authors hide numbers.
        if (section.IsBlank) return "";
        return sections[0].Before + Plain(number * sections[0].Factor) + sections[0].Behind;
    }

    /// <summary>A day as the cell shows it.</summary>
    public string Date(DateTime day) => day.ToString(date ?? "dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number with decimal comma and the fifteen digits that are certain.</summary>
    private static string Plain(double number) => Math.Abs(number) is 0 or (>= 1e-9 and < 1e15)
        ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',')
        : number.ToString("G15", CultureInfo.InvariantCulture).Replace('.', ',');

    private static DateTime? DateOf(double number, bool since1904)
    {
        if (since1904) number += DaysFrom1900To1904;
        if (number is < 0 or >= LastDay) return null;
        // Excel counts a 29 February 1900 that never was.
        return DateTime.FromOADate(number < MissingLeapDay && !since1904 ? number + 1 : number);
    }
}
