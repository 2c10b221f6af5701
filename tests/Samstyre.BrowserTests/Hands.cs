using Microsoft.Playwright;
using Shouldly;

namespace Samstyre.BrowserTests;

/// <summary>How somebody works a page.</summary>
internal interface IHands
{
    /// <summary>Follows a link, presses a button or opens what is folded away.</summary>
    Task Press(ILocator what);

    /// <summary>Replaces what stands in a field.</summary>
    Task Write(ILocator field, string text);

    /// <summary>Chooses one of a few that all stand on the page.</summary>
    Task Tick(ILocator radio);
}

/// <summary>Clicks and types.</summary>
internal sealed class Pointer : IHands
{
    public Task Press(ILocator what) => what.ClickAsync();

    public Task Write(ILocator field, string text) => field.FillAsync(text);

    public Task Tick(ILocator radio) => radio.CheckAsync();
}

/// <summary>Has no pointer: comes to everything by Tab, and sees where the focus is.</summary>
internal sealed class KeyboardAlone(IPage page) : IHands
{
    /// <summary>Focuses what stands before the element in the order of tabbing; says what is wrong where Tab never reaches it.</summary>
    private const string GoBefore =
        """
        element => {
          const groupOf = radio => [...document.querySelectorAll('input[type=radio]')].filter(other => other.name === radio.name && other.form === radio.form);
          const isStop = one => {
            if (one.tabIndex < 0 || one.matches(':disabled') || !one.checkVisibility({ visibilityProperty: true })) return false;
            if (one.type !== 'radio') return true;
            const group = groupOf(one);
            return (group.find(radio => radio.checked) ?? group[0]) === one;
          };
          const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')].filter(isStop);
          const at = stops.indexOf(element);
          if (at < 0) return 'Tab does not reach ' + element.outerHTML.slice(0, 200);
          if (at > 0) stops[at - 1].focus();
          else document.activeElement?.blur();
          return '';
        }
        """;

    /// <summary>What keeps somebody from seeing where the focus is; empty where they see it.</summary>
    private const string WhyUnseen =
        """
        element => {
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          if (!element.matches(':focus-visible')) return 'no visible focus';
          if ((style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0) && style.boxShadow === 'none') return 'no ring around the focus';
          if (box.width === 0 || box.height === 0) return 'no size';
          if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return 'outside the screen';
          const shown = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 0), innerHeight - 1));
          return shown && (element === shown || element.contains(shown) || shown.contains(element)) ? '' : 'covered by ' + (shown?.outerHTML.slice(0, 100) ?? 'nothing');
        }
        """;

    private const string IsFocused = "element => element === document.activeElement";

    public async Task Press(ILocator what)
    {
        await Reach(what);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task Write(ILocator field, string text)
    {
        await Reach(field);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
        (await field.InputValueAsync()).ShouldBe(text);
    }

    public async Task Tick(ILocator radio)
    {
        var name = await radio.GetAttributeAsync("name");
        var group = page.Locator($"input[type=radio][name='{name}']");
        var chosen = group.And(page.Locator(":checked"));
        await Reach(await chosen.CountAsync() > 0 ? chosen : group.First);
        if (await chosen.CountAsync() == 0) await page.Keyboard.PressAsync("Space");
        for (var presses = await group.CountAsync(); presses > 0 && !await radio.IsCheckedAsync(); presses--) await page.Keyboard.PressAsync("ArrowDown");
        (await radio.IsCheckedAsync()).ShouldBeTrue();
    }

    private async Task Reach(ILocator what)
    {
        (await what.EvaluateAsync<string>(GoBefore)).ShouldBeEmpty();
        // A box that scrolls by itself is a stop of its own in some browsers.
        for (var presses = 0; presses < 3 && !await what.EvaluateAsync<bool>(IsFocused); presses++) await page.Keyboard.PressAsync("Tab");
        (await what.EvaluateAsync<bool>(IsFocused)).ShouldBeTrue(what.ToString());
        (await what.EvaluateAsync<string>(WhyUnseen)).ShouldBeEmpty(what.ToString());
    }
}

/// <summary>Waiting for what an act leads to.</summary>
internal static class Arrival
{
    /// <summary>Acts and waits until the page that it leads to stands.</summary>
    public static async Task Arrive(this IPage page, Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.DOMContentLoaded += Arrived;
        await act();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), Workplace.Cancellation);
        page.DOMContentLoaded -= Arrived;

        void Arrived(object? sender, IPage one) => arrived.TrySetResult();
    }
}
