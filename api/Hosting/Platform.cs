using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using InclusionPlatform.Api.Access;
using InclusionPlatform.Api.Http;
using InclusionPlatform.Api.Telemetry;
using InclusionPlatform.Shared.Data;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Privacy;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.Api.Hosting;

/// <summary>What the host brings: configuration, database, HTTP conventions, the built web client.</summary>
internal static class Platform
{
    /// <summary>The build asks for the OpenAPI document only: no database, no jobs then.</summary>
    public static bool OnlyDescribes { get; } = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var platform = builder.Configuration.GetSection("Platform").Get<PlatformOptions>() ?? new();
        var database = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        var privacy = builder.Configuration.GetSection("Privacy").Get<PrivacyOptions>() ?? new();
        platform.DataFolder = Path.GetFullPath(platform.DataFolder);
        privacy.KeysFolder = privacy.KeysFolder is { Length: > 0 } keys ? Path.GetFullPath(keys) : Path.Combine(platform.DataFolder, "keys");
        var documents = builder.Configuration.GetSection("Documents").Get<DocumentOptions>() ?? new();
        documents.Folder = documents.Folder is { Length: > 0 } folder ? Path.GetFullPath(folder) : Path.Combine(platform.DataFolder, "documents");
        services.AddSingleton(documents);
        if (!OnlyDescribes)
        {
            platform.RequirePublicAddress();
            ConsoleFormat.Require(builder.Configuration);
            WritableFolder.Require(platform.DataFolder, "cartella dati", "--data");
            WritableFolder.Require(privacy.KeysFolder, "cartella delle chiavi", "Privacy:KeysFolder");
            WritableFolder.Require(documents.Folder, "cartella dei documenti", "Documents:Folder");
            if (documents.Megabytes is < 1 or > 1024)
            {
                throw new StartUpException("Documents:Megabytes va da 1 a 1024.");
            }
        }

        services.AddSingleton(platform);
        services.AddSingleton(privacy);
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDatabase>(_ => database.Provider switch
        {
            "sqlite" => new SqliteDatabase(database.ConnectionString is { Length: > 0 } path ? path : Path.Combine(platform.DataFolder, "inclusion.db")),
            "sqlserver" => SqlServerDatabase.IsConnectionString(database.ConnectionString)
                ? new SqlServerDatabase(database.ConnectionString)
                : throw new StartUpException("Database:ConnectionString manca o non è scritta come la vuole SQL Server: per esempio Server=…;Database=…;User Id=…;Password=…."),
            var other => throw new StartUpException($"Database:Provider «{other}» non è previsto: usare sqlite o sqlserver."),
        });
        services.AddSingleton(provider => new Migrator(provider.GetRequiredService<IDatabase>(), provider.GetServices<Migration>(), provider.GetRequiredService<TimeProvider>()));
        services.AddDataProtection().SetApplicationName("InclusionPlatform").PersistKeysToFileSystem(Directory.CreateDirectory(OnlyDescribes ? Path.GetTempPath() : privacy.KeysFolder));
        services.AddShared();
        services.AddMail(builder.Configuration);
        services.AddOptions<ServiceOptions>().BindConfiguration(ServiceOptions.Section);
        if (string.IsNullOrEmpty(builder.Configuration[$"{MailOptions.Section}:{nameof(MailOptions.Folder)}"]))
        {
            services.PostConfigure<MailOptions>(mail => mail.Folder = Path.Combine(platform.DataFolder, "mail"));
        }

        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.RespectNullableAnnotations = false;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        if (!OnlyDescribes)
        {
            services.PostConfigure<Microsoft.AspNetCore.Http.Json.JsonOptions>(json => JsonWhenNeeded.Defer(json.SerializerOptions));
        }

        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemDocuments>();
        services.AddHttpContextAccessor();
        services.AddResponseCompression();
        services.AddRateLimits(builder.Configuration.GetSection("RateLimits").Get<RateLimitOptions>() ?? new());
        if (OnlyDescribes)
        {
            services.AddApiDocument();
        }
        else
        {
            // First, so that it stops last and sends also what the others did while they stopped.
            if (TelemetryExport.IsWanted(builder.Configuration))
            {
                services.AddHostedService<TelemetryExport>();
            }

            services.AddHostedService<DatabasePreparation>();
            services.AddHostedService<StartUpNotice>();
            services.AddHostedService<QuietHours>();
        }
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseRequestLocalization(options =>
        {
            var cultures = new[] { CultureInfo.GetCultureInfo("it"), CultureInfo.GetCultureInfo("en") };
            options.DefaultRequestCulture = new("it");
            options.SupportedCultures = [CultureInfo.GetCultureInfo("it")];
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new Microsoft.AspNetCore.Localization.AcceptLanguageHeaderRequestCultureProvider()];
        });

        // Inside the localisation, so that a refusal speaks the language of the request.
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => context.HttpContext.Request.Path.StartsWithSegments("/api") ? ProblemDocuments.WriteBareStatusAsync(context.HttpContext) : Task.CompletedTask);
        var headers = app.Services.GetRequiredService<SecurityHeaders>();
        app.Use((HttpContext http, RequestDelegate next) =>
        {
            headers.Set(http);
            return next(http);
        });
        app.UseWebClient();
        app.Use(RequestForms.AnswerHeadAsGet);
        app.UseRouting();
        app.Use(RequestForms.RefuseOthers);
        if (TelemetryExport.IsWanted(app.Configuration))
        {
            app.Use(RequestSpans.Name);
        }

        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseRateLimiter();
        app.UseClientPages();
        app.UseAuthorization();
        app.Use(Sessions.RefuseForgery);
        app.Use(PasswordChangeFirst.Require);
        app.Use(IdempotencyKeys.Read);
    }
}
