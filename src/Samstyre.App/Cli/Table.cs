using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Samstyre.App.Cli;

/// <summary>Rows for people on a terminal, tab-separated lines for everything else.</summary>
internal static class Table
{
    /// <summary>JSON for scripts: camelCase, indented, Norwegian letters as they are.</summary>
    public static readonly JsonSerializerOptions JsonOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string[] headers, IEnumerable<string?[]> rows)
    {
        if (Console.IsOutputRedirected)
        {
            Console.Out.WriteLine(string.Join('\t', headers));
            foreach (var row in rows) Console.Out.WriteLine(string.Join('\t', row.Select(OneLine)));
            return;
        }

        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns([.. headers.Select(header => new TableColumn(header.EscapeMarkup()))]);
        foreach (var row in rows) table.AddRow([.. row.Select(cell => OneLine(cell).EscapeMarkup())]);
        AnsiConsole.Write(table);
    }

    public static string Count(int number, string one, string many) => $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {(number == 1 ? one : many)}";

    private static string OneLine(string? cell) => (cell ?? "").Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
