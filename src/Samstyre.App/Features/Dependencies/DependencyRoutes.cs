namespace Samstyre.App.Features.Dependencies;

/// <summary>The addresses on dependencies of a round.</summary>
internal static class DependencyRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterPage.Map(routes);
        ContradictionsPage.Map(routes);
        RipplePage.Map(routes);
        FoundationPage.Map(routes);
        FoundationPartPage.Map(routes);
        LoadPage.Map(routes);
        ClarificationsPage.Map(routes);
        MapPage.Map(routes);
        MatrixPage.Map(routes);
        MapFiles.Map(routes);
    }
}
